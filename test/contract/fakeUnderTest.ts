import { afterEach, beforeEach } from 'vitest';
import { installFakeIotPay, type FakeIotPay, type FakeMount } from '../../src/testing/index';
import { successEvent } from '../../src/testing/fakeEvents';
import type { FormEnding, SdkUnderTest } from './sdkPage';

const endings: Record<FormEnding, (form: FakeMount) => void> = {
  paid: (form) => form.succeed(),
  declined: (form) => form.fail(),
  'given up': (form) => form.timeout(),
  pending: (form) => form.succeed({ status: 0 }),
  'in the old shape': (form) => form.emit(successEvent(form.mode, returnUrl).detail),
  twice(form) {
    form.succeed();
    form.succeed();
  },
};

const returnUrl = 'https://shop.example/thanks?shop=7';

/** The fake of `react-iotpay/testing`, in jsdom as in a browser. */
export function fakeUnderTest(): SdkUnderTest {
  let fake: FakeIotPay;
  let made = 0;
  beforeEach(() => {
    fake = installFakeIotPay({ returnUrl });
  });
  afterEach(() => fake.restore());
  const pageAt = (selector: string) =>
    document.querySelector<HTMLIFrameElement>(`${selector} iframe`)?.contentDocument;
  return {
    returnUrl,
    src: () => 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js',
    secureId: async () => (made++).toString(16).padStart(64, 'a'),
    async end(selector, ending) {
      const form = fake.mounts.find((mount) => mount.selector === selector);
      if (!form) throw new Error(`No form was mounted at ${selector}`);
      endings[ending](form);
    },
    async labels(selector) {
      return [...(pageAt(selector)?.querySelectorAll('label') ?? [])].map((label) => label.textContent);
    },
    text: async (selector) => pageAt(selector)?.body.textContent ?? '',
  };
}
