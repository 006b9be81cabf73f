import { Fragment, StrictMode, useState, type ReactElement } from 'react';
import {
  IotPayCard,
  IotPayProvider,
  preloadIotPay,
  useSecureId,
  type IotPayClientError,
  type SecureIdAnswer,
  type UseIotPayCardOptions,
} from '../../src/index';

/** A checkout page to be served, and what it is asked to be like. */
export interface ShopSettings {
  /** Where the script comes from. */
  src: string;
  nonce?: string;
  /** Default 0: a failure shows at once. */
  retries?: number;
  redirect?: UseIotPayCardOptions['redirect'];
  isStrict?: boolean;
  isPreloading?: boolean;
  /** The shop leaves the outcomes to the gateway's redirect. */
  isWithoutHandlers?: boolean;
  /** What the shop's handler does: nothing; waits for the event `handled`; goes to `/thanks` itself. */
  whenPaid?: 'wait' | 'leave';
}

/** Where the browser's bundle finds the settings. It is data and no script to a Content-Security-Policy. */
export const settingsId = 'settings';

const handlers: Record<NonNullable<ShopSettings['whenPaid']>, () => unknown> = {
  wait: () => new Promise((resolve) => addEventListener('handled', resolve, { once: true })),
  leave: () => location.assign('/thanks'),
};

function Checkout({
  src,
  nonce,
  redirect,
  isPreloading,
  isWithoutHandlers,
  whenPaid,
}: ShopSettings): ReactElement {
  const [heard, setHeard] = useState('nothing yet');
  const session = useSecureId(
    ({ signal }) =>
      fetch('/secure-id', { method: 'POST', signal }).then(
        (answer) => answer.json() as Promise<SecureIdAnswer>,
      ),
    { key: 'cart' },
  );
  if (isPreloading) preloadIotPay({ src, nonce });
  const fail = ({ code, cause, message }: IotPayClientError) =>
    setHeard(`${code}: ${cause instanceof Error ? cause.message : message}`);
  const outcomeHandlers = {
    onSuccess: () => {
      setHeard('paid');
      return whenPaid && handlers[whenPaid]();
    },
    onFail: () => setHeard('declined'),
    onTimeout: () => setHeard('unknown'),
  };
  return (
    <main>
      <IotPayCard
        secureId={session}
        redirect={redirect}
        {...(!isWithoutHandlers && outcomeHandlers)}
        onError={fail}
      />
      <output>{heard}</output>
    </main>
  );
}

/** The shop as the server renders it and the browser takes it over. */
export function Shop(settings: ShopSettings): ReactElement {
  const Mode = settings.isStrict ? StrictMode : Fragment;
  return (
    <Mode>
      <IotPayProvider src={settings.src} nonce={settings.nonce} retries={settings.retries ?? 0}>
        <Checkout {...settings} />
      </IotPayProvider>
    </Mode>
  );
}
