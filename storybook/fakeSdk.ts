import { installFakeIotPay, type FakeIotPay } from 'react-iotpay/testing';

let current: FakeIotPay | undefined;
let hasVisitor = false;
let loads = 0;

/**
 * Puts the fake SDK in place for one story; what it returns takes it away again. Storybook calls this for every change of the
 * controls or the toolbar, too.
 */
export function installFake({ globals }: { globals: { locale?: unknown } }): () => void {
  hasVisitor = false;
  loads += 1;
  const fake = (current = installFakeIotPay({
    locale: String(globals.locale),
    onSubmit: (form) => {
      if (hasVisitor) setTimeout(() => form.succeed({ amount: 3766 }), 900);
    },
  }));
  return () => {
    fake.restore();
    current = undefined;
  };
}

/**
 * How often a page was loaded: the key of what is shown. A form does not change once it is open, so another choice in the controls
 * or the toolbar has to be another page with another secureId, as it is in a shop.
 */
export function pageLoads(): number {
  return loads;
}

/** The story has been played. From now on a visitor who presses the form's button has paid. */
export function welcomeVisitor(): void {
  hasVisitor = true;
}

/** Whether the story has been played. From then on a reader presses the buttons. */
export const isVisited = () => hasVisitor;

/** The gateway's side of the story that is shown: it decides how a payment ends. */
export function gateway(): FakeIotPay {
  if (!current) throw new Error('The fake SDK is only there while a story is shown.');
  return current;
}
