import type { IotPayChannel } from 'react-iotpay/server';
import type { OrderState, OrderView, PricedBag } from '../api';

export interface NewOrder {
  /** The shop's order number at the gateway: at most 30 characters, never used again. */
  mchOrderNo: string;
  customerId: string;
  /** The browser's name for one checkout; see `checkoutRoutes`. */
  checkoutKey: string;
  channel: IotPayChannel;
  bag: PricedBag;
  /** In whole cents. */
  amount: number;
  currency: 'CAD';
  session: FormSession | SavedCardSession;
}

/** Paid in a form or on IOTPay's own page, which are of no more use after `expiresAt`. */
export interface FormSession {
  secureId: string;
  redirectUrl: string;
  expiresAt: number;
}

/** Paid by one call with a saved card, which can't arrive at the gateway any more after `expiresAt`. */
export interface SavedCardSession {
  cardId: string;
  expiresAt: number;
}

/** How the shop came to know: the gateway told it, or it asked. Never the browser. */
export type SettledBy = 'notification' | 'query';

export interface Order extends Omit<NewOrder, 'checkoutKey'> {
  /** None, if it was paid after it had been given up and a newer order had taken the key over. */
  checkoutKey: string | undefined;
  state: OrderState;
  createdAt: number;
  settledBy?: SettledBy;
  settledAt?: number;
  /** The gateway's order number, once paid. */
  payOrderId?: string;
  /** Masked. */
  cardNum?: string;
}

/** A payment as the gateway reported it. */
export interface Payment {
  mchOrderNo: string;
  payOrderId: string;
  /** In whole cents. */
  amount: number | undefined;
  currency: string | undefined;
  cardNum?: string | undefined;
  by: SettledBy;
}

/**
 * What a payment did:
 *
 * - `paid`: it has paid the order, now
 * - `known`: it was recorded before, and nothing has changed
 * - `surplus`: another payment has paid the order; this one is recorded too, and somebody has to give it back
 */
export interface RecordedPayment {
  effect: 'paid' | 'known' | 'surplus';
  order: Order;
}

/**
 * Where orders are kept. Every method is one transaction, and any number of processes may call them at the same moment.
 * What comes out is a copy.
 */
export interface Orders {
  /** Stores the order, or gives the one that already holds its customer's checkout key. */
  create(order: NewOrder): Promise<Order>;
  find(mchOrderNo: string): Promise<Order | undefined>;
  /** The customer's order that holds this key: an open or a paid one. A failed or expired order has let go of it. */
  findByCheckoutKey(customerId: string, checkoutKey: string): Promise<Order | undefined>;
  /** The customer's orders that nobody has decided yet. */
  findOpen(customerId: string): Promise<Order[]>;
  /**
   * An open order that it is time to ask the gateway about, if there is one. Nobody else gets the same one for two minutes, then
   * four, and so on: that is how long there is to settle it, and how patient the shop is with an order that stays open.
   */
  claimDue(): Promise<Order | undefined>;
  /**
   * Records a payment, once per `payOrderId`, and makes its order paid, whether it was open or had been given up.
   *
   * @throws Error if the order is not known, or is of another amount or currency
   */
  recordPayment(payment: Payment): Promise<RecordedPayment>;
  /** Ends an open order without a payment. A paid one stays paid. */
  close(mchOrderNo: string, state: 'failed' | 'expired', by: SettledBy): Promise<Order>;
}

/** What the customer's browser may see of an order. */
export function viewOf(order: Order): OrderView {
  const { mchOrderNo, state, channel, bag, createdAt, settledBy, settledAt, cardNum } = order;
  return {
    mchOrderNo,
    state,
    channel,
    bag,
    createdAt,
    ...(settledBy && { settledBy }),
    ...(settledAt && { settledAt }),
    ...(cardNum && { cardNum }),
  };
}
