import type { IotPayChannel } from './order';

/**
 * How an order of the shop stands. `open` is what nobody has decided yet; `failed` and `expired` were proved to be unpaid when they were
 * closed, and become `paid` if the gateway proves otherwise later.
 */
export type OrderState = 'open' | 'paid' | 'partly_refunded' | 'refunded' | 'failed' | 'expired';

/**
 * What a customer's browser may know of an order. `outcome` is the one thing to tell them by: `unknown` until it is proved, and only
 * `failed` says that nothing was paid.
 */
export interface OrderView {
  mchOrderNo: string;
  outcome: 'paid' | 'failed' | 'unknown';
  state: OrderState;
  /** Whole cents. */
  amount: number;
  currency: 'CAD';
  /** Cents that were given back. */
  refunded: number;
  /** Masked, e.g. `432567******2266`. */
  cardNum?: string | undefined;
}

/** What `POST /checkout` answers: an open form, or what is known of an order that needs none. */
export type CheckoutView =
  | (OrderView & { secureId: string; redirectUrl: string; settled?: undefined })
  | (OrderView & { settled: OrderView['outcome']; secureId?: undefined; redirectUrl?: undefined });

/** What `POST /checkout` takes: the page's own wish, and how the customer wants to pay. */
export interface CheckoutBody {
  /** Handed to the shop's `checkout` as `body`. */
  request?: Record<string, unknown> | undefined;
  channel?: IotPayChannel | undefined;
  /** The order number whose form was declined: another form is wanted. */
  declined?: string | undefined;
  /** Charges this saved card instead of opening a form. */
  cardId?: string | undefined;
  /** Charges a wallet instead of opening a form. */
  wallet?: { type: 'ApplePay' | 'GooglePay'; data: string } | undefined;
}

/** A card that the gateway says is saved, as `GET /cards` lists it. */
export interface SavedCard {
  readonly cardId: string;
  readonly channel: IotPayChannel;
  /** Masked, e.g. `432567******2266`. */
  readonly cardNum: string;
  /** `MMYY`. */
  readonly expiryDate?: string | undefined;
}

/** What a route answers that refuses: a stable code for a `switch`, and a text for the developer. */
export interface RouteRefusal {
  code: string;
  message: string;
}
