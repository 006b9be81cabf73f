import { installFakeIotPay } from '../installFakeIotPay';
import { createFakeCustomer } from './fakeCustomer';
import { createFakeNetwork } from './fakeNetwork';
import { createFakeServer, refusal } from './fakeServer';
import type { FakeShop, FakeShopOptions } from './fakeShop';

/** The fake that is in place on this page; its clean-up, shared by all copies of this module. */
const slot = Symbol.for('react-iotpay/testing/shop');

const page = globalThis as { [slot]?: (() => void) | undefined };

function checkUrl(url: unknown): asserts url is string {
  if (typeof url === 'string' && /^(\/(?!\/)|https?:\/\/)/.test(url)) return;
  throw new TypeError("installFakeShop needs the url of the shop's routes, such as '/pay'.");
}

/**
 * Puts a fake of a whole shop in place, for tests of `IotPayCheckout` and the hooks beside it: `fetch` answers below `url` as the routes
 * of `createOrders` do, IOTPay's script is a fake, and the test is the customer and the bank. An order is known by its `request`: a paid
 * or undecided one is never sold again, an open one is given back. Works in jsdom and in browsers, with any test framework, and with
 * fake timers. It takes the place of one that was installed before.
 *
 * @throws TypeError for a `url` that is neither a path nor a URL
 *
 * @example
 * const shop = installFakeShop({ url: '/pay', amount: 2434, afterEach });
 * it('goes on when the order is paid', async () => {
 *   render(<IotPayCheckout url="/pay" request={{ cartId: 'c1' }} onPaid={onPaid} />);
 *   await shop.pay();
 *   expect(onPaid).toHaveBeenCalledOnce();
 * });
 */
export function installFakeShop(options: FakeShopOptions): FakeShop {
  const { url, amount, cards, afterEach, onSubmit, locale } = options;
  checkUrl(url);
  page[slot]?.();
  const iotpay = installFakeIotPay({ afterEach, onSubmit, locale });
  const server = createFakeServer({ amount, cards });
  const network = createFakeNetwork(url, (request) => server.answer(request));
  page[slot] = restore;

  function forget(): void {
    server.forget();
    network.forget();
  }

  function restore(): void {
    if (page[slot] !== restore) return;
    page[slot] = undefined;
    network.restore();
    forget();
    iotpay.restore();
  }

  afterEach?.(() => {
    if (page[slot] === restore) forget();
  });

  function settle(outcome: 'paid' | 'failed', mchOrderNo?: string): void {
    const { all } = server.orders;
    const order = mchOrderNo === undefined ? all.at(-1) : all.find((one) => one.mchOrderNo === mchOrderNo);
    if (!order) {
      throw new Error(
        mchOrderNo === undefined
          ? 'There is no order to settle yet: render the checkout, and wait for its form first.'
          : `There is no order ${mchOrderNo}: look at shop.orders.`,
      );
    }
    if (order.status === 'paid' && outcome === 'failed') {
      throw new Error(`Order ${order.mchOrderNo} is paid: a gateway takes that back by a refund only.`);
    }
    server.orders.decide(order, outcome);
  }

  return {
    iotpay,
    get orders() {
      return server.orders.list();
    },
    get requests() {
      return network.requests;
    },
    ...createFakeCustomer({ iotpay, server, network }),
    settle,
    endCharges(outcome) {
      server.orders.chargeStatus = outcome;
    },
    loseNextAnswer: () => network.loseNextAnswer(),
    refuseNext: ({ status, code, message = 'The test wanted this refusal.' }) =>
      network.refuseNext(refusal(status, code, message)),
    hold: () => network.hold(),
    restore,
  };
}
