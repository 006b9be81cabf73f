import { useRef, useState, type ReactElement } from 'react';
import { useIotPayCard, useSecureId } from 'react-iotpay';

const loaf = 950;
const money = (cents: number) => `$${(cents / 100).toFixed(2)}`;

async function createOrder(loaves: number, signal: AbortSignal): Promise<{ secureId: string }> {
  const answer = await fetch('/api/loaves', { method: 'POST', body: JSON.stringify({ loaves }), signal });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as { secureId: string };
}

/**
 * The form is prepared while the customer still looks at the order, and "Continue" waits for it. The button that pays is
 * IOTPay's own, inside its iframe: no button of the shop's can press it.
 */
export function OrderSummary(): ReactElement {
  const [loaves, setLoaves] = useState(2);
  const [isPaying, setPaying] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  // Another quantity is another amount, so another order: the key says so, and the form follows.
  const session = useSecureId(({ signal }) => createOrder(loaves, signal), { key: `loaves-${loaves}` });
  const { containerRef, status, outcome, retry } = useIotPayCard({
    secureId: session,
    redirect: 'manual',
  });

  const states = {
    idle: 'Preparing the card form…',
    loading: 'Preparing the card form…',
    ready: isPaying ? 'Waiting for your card' : 'Ready when you are',
    failed: 'The card form can’t be shown',
    success: 'Paid. Your bread is set aside from 8 am.',
    declined: 'The card was declined, and nothing was paid.',
    unknown: 'We are confirming your payment. Please don’t pay again.',
  };
  const settled = outcome && (outcome.status === 'failed' ? 'declined' : outcome.status);
  const state = status === 'settled' ? (settled ?? 'unknown') : status;

  return (
    <div className="summary">
      <dl className="summary-lines">
        <div>
          <dt>Country loaf, {money(loaf)}</dt>
          <dd className="amount">
            <button type="button" disabled={isPaying || loaves === 1} onClick={() => setLoaves(loaves - 1)}>
              <span className="visually-hidden">One less</span>
              <span aria-hidden="true">−</span>
            </button>
            <output>{loaves}</output>
            <button type="button" disabled={isPaying || loaves === 9} onClick={() => setLoaves(loaves + 1)}>
              <span className="visually-hidden">One more</span>
              <span aria-hidden="true">+</span>
            </button>
          </dd>
        </div>
        <div>
          <dt>Taxes (basic groceries)</dt>
          <dd>{money(0)}</dd>
        </div>
        <div className="summary-total">
          <dt>Total</dt>
          <dd>{money(loaves * loaf)}</dd>
        </div>
      </dl>
      <p className="pay-state" data-state={state} role="status">
        {states[state]}
      </p>
      {!isPaying && state !== 'failed' && (
        <button
          type="button"
          className="button button-wide"
          disabled={state !== 'ready'}
          onClick={() => {
            setPaying(true);
            place.current?.querySelector('iframe')?.focus();
          }}
        >
          Continue to payment
        </button>
      )}
      {(state === 'failed' || state === 'declined') && (
        <button type="button" className="button button-wide" onClick={retry}>
          Try again
        </button>
      )}
      {/* Out of sight and reach, but with its width: some forms measure themselves when they load. */}
      <div ref={place} className="pay-form" inert={!isPaying} data-open={isPaying && state === 'ready'}>
        <div ref={containerRef} />
      </div>
    </div>
  );
}
