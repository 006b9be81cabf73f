import { installFakeShop, type FakeShop, type FakeShopOptions } from 'react-iotpay/testing';
import { isVisited } from './fakeSdk';

let current: FakeShop | undefined;

/** What the order of the stories' receipt costs, in cents. */
const amount = 3766;

/** Puts the fake shop in place for one story, for its `beforeEach`; what that returns takes the shop away again. */
export function openShop(options: Partial<FakeShopOptions> = {}) {
  return ({ globals }: { globals: { locale?: unknown } }): (() => void) => {
    const opened = (current = installFakeShop({
      url: '/pay',
      amount,
      locale: String(globals.locale),
      onSubmit: () => {
        if (isVisited()) setTimeout(() => void opened.pay(), 900);
      },
      ...options,
    }));
    return () => {
      opened.restore();
      current = undefined;
    };
  };
}

/** The shop of the story that is shown: its server, its customer and the bank. */
export function shop(): FakeShop {
  if (!current) throw new Error('The fake shop is only there while a story is shown that opens it.');
  return current;
}
