import { useState, type ReactElement } from 'react';
import { IotPayCard, useSecureId } from 'react-iotpay';
import { Counter } from './Counter';
import { OutcomeNote } from './OutcomeNote';
import { Receipt, type Stamp } from './Receipt';
import { useShopWords } from './shopLanguage';

async function openOrder({ signal }: { signal: AbortSignal }): Promise<{ secureId: string }> {
  const answer = await fetch('/sandbox-shop', { method: 'POST', signal });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return (await answer.json()) as { secureId: string };
}

/** A payment in the sandbox's own iframe, with an order that Storybook's development server opened there. */
export function SandboxCheckout({ script }: { script: string }): ReactElement {
  const { pay } = useShopWords();
  const [stamp, setStamp] = useState<Stamp>();
  const session = useSecureId(openOrder, { key: 'sandbox-order' });
  return (
    <Counter
      {...pay}
      lede="This form is the sandbox’s, from another origin. 4242 4242 4242 4242 is paid, 4000 0000 0000 0002 declined."
      aside={<Receipt stamp={stamp} />}
    >
      {stamp ? (
        <OutcomeNote kind={stamp} />
      ) : (
        <IotPayCard
          className="card-form"
          secureId={session}
          script={{ src: script }}
          redirect="manual"
          onSuccess={() => setStamp('paid')}
          onFail={() => setStamp('failed')}
          onTimeout={() => setStamp('unknown')}
        />
      )}
    </Counter>
  );
}

/** What to do when there is no sandbox to be found. */
export function NoSandbox(): ReactElement {
  return (
    <Counter
      title="The sandbox is not running"
      lede="This story shows its real iframe, so it needs two commands:"
    >
      <ol className="commands">
        <li>
          <code>npx iotpay sandbox</code>
          <span>the gateway, on port 4242</span>
        </li>
        <li>
          <code>npm run storybook</code>
          <span>this page, with the merchant server that opens orders</span>
        </li>
      </ol>
      <p className="soft">
        Then reload. All other stories use the fake of <code>react-iotpay/testing</code> and need neither. A
        sandbox elsewhere is named by <code>STORYBOOK_SANDBOX</code>.
      </p>
    </Counter>
  );
}
