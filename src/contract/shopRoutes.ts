import type { IotPayChannel } from './order';

/**
 * The state of a shop's order. `open` is not decided yet. `failed` and `expired` were proved to be unpaid when they
 * were closed, and become `paid` if the gateway proves otherwise later.
 */
export type OrderState = 'open' | 'paid' | 'partly_refunded' | 'refunded' | 'failed' | 'expired';

/**
 * The facts about an order that a customer's browser may know. Tell the customer by `outcome`: it is `unknown` until
 * there is proof, and only `failed` says that nothing was paid.
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

/** The answer of `POST /checkout`: an open form, or the outcome of an order that needs no form. */
export type CheckoutView =
  | (OrderView & { secureId: string; redirectUrl: string; settled?: undefined })
  | (OrderView & { settled: OrderView['outcome']; secureId?: undefined; redirectUrl?: undefined });

/** The body of `POST /checkout`: the page's own request, and how the customer wants to pay. */
export interface CheckoutBody {
  /** Handed to the shop's `checkout` as `body`. */
  request?: Record<string, unknown> | undefined;
  channel?: IotPayChannel | undefined;
  /** The order number whose form was declined. With it, the customer gets another form. */
  declined?: string | undefined;
  /** Charges this saved card instead of opening a form. */
  cardId?: string | undefined;
  /** Charges a wallet instead of opening a form. */
  wallet?: { type: 'ApplePay' | 'GooglePay'; data: string } | undefined;
}

/** A card that the gateway reports as saved. `GET /cards` lists it. */
export interface SavedCard {
  readonly cardId: string;
  readonly channel: IotPayChannel;
  /** Masked, e.g. `432567******2266`. */
  readonly cardNum: string;
  /** `MMYY`. */
  readonly expiryDate?: string | undefined;
}

/** The answer of a route that refuses: a stable code for a `switch`, and a text for the developer. */
export interface RouteRefusal {
  code: string;
  message: string;
}
