import type { CheckoutBody, CheckoutView, OrderView, SavedCard } from '../../contract/shopRoutes';
import { asRecord, textOf } from '../../contract/wire';
import { askShop, unusableAnswer } from './askShop';

/** What every question to the shop's server is given: `signal` aborts when nobody waits for the answer any more. */
export interface IotPayShopQuestion {
  signal: AbortSignal;
}

/**
 * The shop's own server, as the checkout asks it. `createShopApi(url)` is the one for the routes of `react-iotpay/orders`; write your own for
 * other routes. Each function rejects if there is no answer, and an `IotPayError` with the code `shop_refused` says that the server
 * has refused: nothing was begun. Any other rejection leaves open whether the server has done what it was asked.
 */
export interface IotPayShopApi {
  /** Opens the order or gives back the open one; with `cardId`, charges a saved card. */
  checkout(body: CheckoutBody, question: IotPayShopQuestion): Promise<CheckoutView>;
  /** What is known of an order now. */
  order(mchOrderNo: string, question: IotPayShopQuestion): Promise<OrderView>;
  /** The customer's saved cards. */
  cards(question: IotPayShopQuestion): Promise<readonly SavedCard[]>;
}

const outcomes: readonly unknown[] = ['paid', 'failed', 'unknown'];

/** Reads what the server says of an order. An answer without a number or an outcome is none. */
function readView(answer: unknown): OrderView {
  const { mchOrderNo, outcome } = asRecord(answer);
  if (!textOf(mchOrderNo) || !outcomes.includes(outcome)) throw unusableAnswer('an order');
  return answer as OrderView;
}

/**
 * The routes of `react-iotpay/orders` where the shop has mounted them. Each question is a same-origin `fetch`.
 *
 * @param url where the routes are, e.g. `/pay`
 * @returns functions that reject with an IotPayError `shop_refused`, whose `cause` has the server's own `code`, `message` and HTTP
 *   `status`; or `shop_unreachable`, where no usable answer came
 */
export function createShopApi(url: string): IotPayShopApi {
  const base = url.replace(/\/+$/, '');
  return {
    checkout: async (body, { signal }) =>
      readView(
        await askShop(`${base}/checkout`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
          signal,
        }),
      ) as CheckoutView,
    order: async (mchOrderNo, { signal }) =>
      readView(await askShop(`${base}/orders/${encodeURIComponent(mchOrderNo)}`, { signal })),
    async cards({ signal }) {
      const { cards } = asRecord(await askShop(`${base}/cards`, { signal }));
      if (!Array.isArray(cards)) throw unusableAnswer('a list of cards');
      return cards as SavedCard[];
    },
  };
}
