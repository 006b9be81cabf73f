import { useState, type ReactElement } from 'react';
import { useIotPayCard, useIotPayScript, useSecureId } from 'react-iotpay';

type Step = 'delivery' | 'payment' | 'done';

const titles: Record<Step, string> = { delivery: 'Delivery', payment: 'Payment', done: 'Receipt' };
const steps = Object.keys(titles) as Step[];

interface Address {
  name: string;
  street: string;
  city: string;
}

async function createOrder(address: Address, signal: AbortSignal): Promise<{ secureId: string }> {
  const answer = await fetch('/api/orders', { method: 'POST', body: JSON.stringify(address), signal });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as { secureId: string };
}

function Delivery({ address, onDone }: { address: Address | undefined; onDone: (address: Address) => void }) {
  const submit = (form: FormData) => {
    const text = (name: string) => (form.get(name) as string).trim();
    onDone({ name: text('name'), street: text('street'), city: text('city') });
  };
  return (
    <form action={submit} className="fields">
      <label className="field">
        Name
        <input name="name" autoComplete="name" defaultValue={address?.name} required />
      </label>
      <label className="field">
        Street
        <input name="street" autoComplete="street-address" defaultValue={address?.street} required />
      </label>
      <label className="field">
        City
        <input name="city" autoComplete="address-level2" defaultValue={address?.city} required />
      </label>
      <button className="button">Continue to payment</button>
    </form>
  );
}

function Payment({ address, onPaid, onBack }: { address: Address; onPaid: () => void; onBack: () => void }) {
  // Another address is another order. Going back and forth with the same one is not.
  const key = JSON.stringify(address);
  const session = useSecureId(({ signal }) => createOrder(address, signal), { key });
  // A customer who has entered the form may be paying. Another address would be another order, so there is no way back.
  const [isTouched, setTouched] = useState(false);
  const { containerProps, status, error, outcome, retry } = useIotPayCard({
    secureId: session,
    redirect: 'manual',
    onSuccess: onPaid,
    onTouched: () => setTouched(true),
  });

  if (outcome?.status === 'unknown') {
    return (
      <p role="status" className="note note-unknown">
        <span>Your bank has not answered yet. Please don’t pay again: we will write to you.</span>
      </p>
    );
  }
  return (
    <div className="fields">
      <p className="soft">
        To {address.name}, {address.street}, {address.city}
      </p>
      {outcome?.status === 'failed' && (
        <div role="alert" className="note note-failed">
          <p>The card was declined, and nothing was paid.</p>
          <button type="button" className="button" onClick={retry}>
            Try another card
          </button>
        </div>
      )}
      {error && (
        <div role="alert" className="note note-failed">
          <p>The card form can’t be shown ({error.code}).</p>
          <button type="button" className="button" onClick={retry}>
            Try again
          </button>
        </div>
      )}
      {status === 'loading' && <p role="status">Preparing the card form…</p>}
      <div {...containerProps} />
      {status !== 'settled' && !isTouched && (
        <button type="button" className="button button-quiet" onClick={onBack}>
          Back to delivery
        </button>
      )}
    </div>
  );
}

/** Three steps. IOTPay's script comes while the customer types the address; the order is made when they come to pay. */
export function StepperCheckout(): ReactElement {
  const [step, setStep] = useState<Step>('delivery');
  const [address, setAddress] = useState<Address>();
  useIotPayScript();

  return (
    <div className="stepper">
      <ol>
        {steps.map((name) => (
          <li key={name} aria-current={name === step ? 'step' : undefined}>
            {titles[name]}
          </li>
        ))}
      </ol>
      {step === 'delivery' && (
        <Delivery
          address={address}
          onDone={(next) => {
            setAddress(next);
            setStep('payment');
          }}
        />
      )}
      {step === 'payment' && address && (
        <Payment address={address} onPaid={() => setStep('done')} onBack={() => setStep('delivery')} />
      )}
      {step === 'done' && (
        <div role="status" className="note note-paid">
          <h2>Paid. Thank you, {address?.name}</h2>
          <p>Your lamp leaves the workshop on Thursday.</p>
        </div>
      )}
    </div>
  );
}
