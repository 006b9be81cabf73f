import type { CheckoutBody, CheckoutView, OrderView, SavedCard } from '../../contract/shopRoutes';
import { asRecord, textOf } from '../../contract/wire';
import { askShop, unusableAnswer } from './askShop';

/** The options of every question to the shop's server. `signal` aborts when the answer is no longer wanted. */
export interface IotPayShopQuestion {
  signal: AbortSignal;
}

/**
 * The shop's own server, for the checkout's questions. `createShopApi(url)` makes one for the routes of
 * `react-iotpay/orders`; write your own for other routes. Each function rejects if there is no answer. An `IotPayError`
 * with the code `shop_refused` says that the server has refused before it did anything. After any other rejection, the
 * server may have done its work all the same.
 */
export interface IotPayShopApi {
  /** Opens the order or gives back the open one; with `cardId`, charges a saved card. */
  checkout(body: CheckoutBody, question: IotPayShopQuestion): Promise<CheckoutView>;
  /** The present state of an order. */
  order(mchOrderNo: string, question: IotPayShopQuestion): Promise<OrderView>;
  /** The customer's saved cards. */
  cards(question: IotPayShopQuestion): Promise<readonly SavedCard[]>;
}

const outcomes: readonly unknown[] = ['paid', 'failed', 'unknown'];

/** Reads the server's report about an order. An answer without a number or an outcome is unusable. */
function readView(answer: unknown): OrderView {
  const { mchOrderNo, outcome } = asRecord(answer);
  if (!textOf(mchOrderNo) || !outcomes.includes(outcome)) throw unusableAnswer('an order');
  return answer as OrderView;
}

/**
 * The routes of `react-iotpay/orders` at the shop's address for them. Each question is a same-origin `fetch`.
 *
 * @param url the path of the routes, e.g. `/pay`
 * @returns functions that reject with an IotPayError `shop_refused`, whose `cause` has the server's own `code`,
 *   `message` and HTTP `status`; or with `shop_unreachable` if no usable answer came
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
