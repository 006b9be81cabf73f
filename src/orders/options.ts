import type { IotPay, IotPayChannel } from 'react-iotpay/server';
import type { Order, Payment, Refund } from './order';
import type { OrderStore, Sql } from './stores/store';

/** The part of `createIotPay`'s client that the orders use. */
export type OrdersIotPay = Pick<
  IotPay,
  | 'mchId'
  | 'checkSignature'
  | 'purchase'
  | 'purchaseWithToken'
  | 'purchaseWithWallet'
  | 'query'
  | 'refund'
  | 'voidPayment'
  | 'addCard'
  | 'queryCard'
>;

/** Describes a sale in the shop's own values, never in those of a browser. */
export interface Sale<Data = unknown> {
  /**
   * The name of this sale, unique in the whole shop, such as a cart's number with its revision, or a subscription's
   * with its month. A key is paid at most once. If the price or the goods change, the key must change. With `customer`,
   * it may also be the cart's number alone: then another `amount` or `data` means another order, and only one of the
   * cart's orders is paid. Once it is, the cart must be closed.
   */
  key: string;
  /** Whole cents, 1 to 2^31 - 1. */
  amount: number;
  /** The shop's own JSON, for its handlers. */
  data?: Data | undefined;
  /** The shop's name for the customer, at most 200 characters. */
  customer?: string | undefined;
  /** The text that the gateway shows the customer, at most 64 characters. */
  subject?: string | undefined;
}

/** The argument of `checkout`. */
export interface CheckoutCall {
  /** The `request` that the browser sent. It is only a wish, because a browser can send anything. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly request: Request;
  /** The customer, as `authorize` returns it. */
  readonly customer: string | undefined;
}

/**
 * Called for one order, inside the transaction that changes it. It succeeds exactly once: if it throws, nothing has
 * happened and it is called again. Use only `sql` for the database, and nothing outside it. Mail and parcels belong to
 * `orders.events`.
 */
export type OrderHandler<Data, Part = undefined> = (order: Order<Data>, sql: Sql, part: Part) => unknown;

export interface OrdersOptions<Data = unknown> {
  /** The result of `createIotPay`. */
  iotpay: OrdersIotPay;
  store: OrderStore;
  /** The address of the routes, as browsers and the gateway reach them: `https://shop.example/pay`. */
  url: string;
  /** Sets the price of a browser's request. Without it, `POST /checkout` does not exist. */
  checkout?: ((call: CheckoutCall) => Sale<Data> | Promise<Sale<Data>>) | undefined;
  /** An order is paid. With `late`, it was paid after it had been closed. */
  onPaid: OrderHandler<Data>;
  /**
   * An order was proved not to be paid (`failed`, or `expired` with its form's hour). It may still become paid, late.
   * Not called if another order of the same key is paid already. An open order of the same key may be paid at any
   * moment.
   */
  onFailed?: OrderHandler<Data> | undefined;
  /** Money went back to the customer, all of it or a part. Not called for a surplus, because the goods stay sold. */
  onRefunded?: OrderHandler<Data, Refund> | undefined;
  /**
   * Money came in that pays for nothing. A person has to give it back, and until then it is in `list({ attention: true
   * })`.
   */
  onSurplus?: OrderHandler<Data, Payment> | undefined;
  /** Says who the customer is, by the shop's own session. Saved cards exist only with it. */
  authorize?:
    ((request: Request) => string | null | undefined | Promise<string | null | undefined>) | undefined;
  /** Where customers go after IOTPay's page: a path or URL of the shop, `'/'` by default. `?mchOrderNo=…` is added. */
  returnTo?: string | undefined;
  /**
   * Other origins than that of `url` under which browsers reach the routes, for example behind a proxy. A page of
   * another origin also needs CORS headers, and the routes send none.
   */
  origins?: readonly string[] | undefined;
  /**
   * The key that signs the order cookies, at least 16 characters. By default a random one that is kept in the store.
   */
  secret?: string | undefined;
  /** Called with errors that no caller waits for; `console.error` by default. */
  onError?: ((error: unknown) => unknown) | undefined;
  /** The time, in epoch milliseconds, for tests. */
  now?: (() => number) | undefined;
}

/** A checkout: a sale, and the customer's way to pay. */
export interface Checkout<Data = unknown> extends Sale<Data> {
  /** `'PF_CC'` by default. */
  channel?: IotPayChannel | undefined;
  /** An order number whose form was declined. Its secureId is used up, and the customer wants another form. */
  declined?: string | undefined;
}
