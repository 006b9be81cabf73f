import { installFakeIotPay, type FakeIotPay } from 'react-iotpay/testing';

let current: FakeIotPay | undefined;
let hasVisitor = false;

/** Puts the fake SDK in place for one story; what it returns takes it away again. */
export function installFake({ globals }: { globals: { locale?: unknown } }): () => void {
  hasVisitor = false;
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

/** The story has been played. From now on, whoever looks at it and presses the form's button has paid. */
export function welcomeVisitor(): void {
  hasVisitor = true;
}

/** The gateway's side of the story that is shown: it decides how a payment ends. */
export function gateway(): FakeIotPay {
  if (!current) throw new Error('The fake SDK is only there while a story is shown.');
  return current;
}
