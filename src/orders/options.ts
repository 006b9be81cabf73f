import type { IotPay, IotPayChannel } from 'react-iotpay/server';
import type { Order, Payment, Refund } from './order';
import type { OrderStore, Sql } from './stores/store';

/** What the orders need of `createIotPay`'s client. */
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

/** What is to be sold, in the shop's own words: never in those of a browser. */
export interface Sale<Data = unknown> {
  /**
   * The name of what is sold, unique in the whole shop: a cart's number with its revision, a subscription's with its month. A key is
   * paid at most once; what changes the price or the goods changes the key. With `customer`, it may also be the cart's number alone:
   * then other `amount` or `data` mean another order, and of all the cart's orders one is paid. Once it is, the cart must be closed.
   */
  key: string;
  /** Whole cents, 1 to 2^31 - 1. */
  amount: number;
  /** The shop's own JSON, for its handlers. */
  data?: Data | undefined;
  /** The shop's name for the customer, at most 200 characters. */
  customer?: string | undefined;
  /** What the gateway shows the customer, at most 64 characters. */
  subject?: string | undefined;
}

/** What `checkout` is asked with. */
export interface CheckoutCall {
  /** The `request` that the browser sent: a wish, and nothing more. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly request: Request;
  /** Who the customer is, as `authorize` says. */
  readonly customer: string | undefined;
}

/**
 * Told of one order, inside the transaction that made it so: exactly once, and if it throws, nothing has happened and it is tried
 * again. Use nothing but `sql` for the database, and nothing outside it: mail and parcels belong to `orders.events`.
 */
export type OrderHandler<Data, Part = undefined> = (order: Order<Data>, sql: Sql, part: Part) => unknown;

export interface OrdersOptions<Data = unknown> {
  /** What `createIotPay` returned. */
  iotpay: OrdersIotPay;
  store: OrderStore;
  /** Where the routes are mounted, as browsers and the gateway reach them: `https://shop.example/pay`. */
  url: string;
  /** Prices what a browser wants to buy. Without it, `POST /checkout` does not exist. */
  checkout?: ((call: CheckoutCall) => Sale<Data> | Promise<Sale<Data>>) | undefined;
  /** An order is paid; with `late`, after it had been closed. */
  onPaid: OrderHandler<Data>;
  /**
   * An order was proved not to be paid (`failed`, or `expired` with its form's hour). It may still become paid, late. Not told where
   * another order of the same key is paid already; one that is open may be paid at any moment.
   */
  onFailed?: OrderHandler<Data> | undefined;
  /** Money went back to the customer, all of it or a part. Not told of a surplus: the goods stay sold. */
  onRefunded?: OrderHandler<Data, Refund> | undefined;
  /** Money came in that pays for nothing. Somebody has to give it back: it stands in `list({ attention: true })` until then. */
  onSurplus?: OrderHandler<Data, Payment> | undefined;
  /** Who the customer is, by the shop's own session. Saved cards exist only with it. */
  authorize?:
    ((request: Request) => string | null | undefined | Promise<string | null | undefined>) | undefined;
  /** Where customers go that IOTPay's page sends back; a path or URL of the shop's, `'/'` by default. `?mchOrderNo=…` is added. */
  returnTo?: string | undefined;
  /**
   * Other origins than `url`'s under which browsers reach the routes: behind a proxy, say. A page of another origin needs CORS headers as
   * well, and the routes send none.
   */
  origins?: readonly string[] | undefined;
  /** What signs the order cookies, 16 characters at least; by default a random one that is kept in the store. */
  secret?: string | undefined;
  /** Told of what goes wrong where nobody waits for an answer; `console.error` by default. */
  onError?: ((error: unknown) => unknown) | undefined;
  /** The time, in epoch milliseconds, for tests. */
  now?: (() => number) | undefined;
}

/** A checkout: a sale, and how it is to be paid. */
export interface Checkout<Data = unknown> extends Sale<Data> {
  /** `'PF_CC'` by default. */
  channel?: IotPayChannel | undefined;
  /** An order number whose form was declined: its secureId is spent, and the customer wants another form. */
  declined?: string | undefined;
}
