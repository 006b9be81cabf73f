import { afterEach, beforeEach } from 'vitest';
import { installFakeIotPay, type FakeIotPay, type FakeMount } from '../../src/testing/index';
import { successEvent } from '../../src/testing/fakeEvents';
import type { Ending, SdkUnderTest } from './sdkPage';

const endings: Record<Ending, (form: FakeMount) => void> = {
  paid: (form) => form.succeed(),
  declined: (form) => form.fail(),
  'given up': (form) => form.timeout(),
  pending: (form) => form.succeed({ status: 0 }),
  'in the old shape': (form) => form.emit(successEvent(form.mode).detail),
  twice(form) {
    form.succeed();
    form.succeed();
  },
};

/** The fake of `react-iotpay/testing`, in jsdom as in a browser. */
export function fakeUnderTest(): SdkUnderTest {
  let fake: FakeIotPay;
  beforeEach(() => {
    fake = installFakeIotPay();
  });
  afterEach(() => fake.restore());
  return {
    src: () => 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js',
    secureId: async () => 'a'.repeat(64),
    async end(selector, ending) {
      const form = fake.mounts.find((mount) => mount.selector === selector);
      if (!form) throw new Error(`No form was mounted at ${selector}`);
      endings[ending](form);
    },
    async labels(selector) {
      const page = document.querySelector<HTMLIFrameElement>(`${selector} iframe`)?.contentDocument;
      return [...(page?.querySelectorAll('label') ?? [])].map((label) => label.textContent);
    },
  };
}
