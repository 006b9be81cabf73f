import type { IotPayChannel } from 'react-iotpay/server';
import type { OrderState, OrderView, PricedBag } from '../api';
import type { UnpaidAnswer } from './orderRules';

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

/** Paid in a form or on IOTPay's own page. */
export interface FormSession {
  secureId: string;
  redirectUrl: string;
}

/** Paid by one call with a saved card. */
export interface SavedCardSession {
  cardId: string;
}

/** How the shop came to know: the gateway told it, or it asked, or its call never left. Never the browser. */
export type SettledBy = 'notification' | 'query' | 'unsent';

export interface Order extends NewOrder {
  state: OrderState;
  createdAt: number;
  /** Whether a customer can be given its form. Not when it is about to end, and not when a newer form has taken its place. */
  formIsFresh: boolean;
  /** Whether the customer is known to have begun to pay. An open order that has begun is undecided: nothing else is sold to them. */
  hasBegun: boolean;
  settledBy?: SettledBy;
  settledAt?: number;
  /** The gateway's order number, once paid. */
  payOrderId?: string;
  /** Masked. */
  cardNum?: string;
  /** Paid after it had failed or expired. */
  late?: true;
  /** Paid although another order of its checkout was: it has to be given back. */
  surplus?: true;
}

/** A payment as the gateway reported it. */
export interface Payment {
  mchOrderNo: string;
  payOrderId: string;
  /** In whole cents. */
  amount: number | undefined;
  currency: string | undefined;
  cardNum?: string | undefined;
  by: 'notification' | 'query';
}

/**
 * What a payment did:
 *
 * - `paid`: it has paid the order, now
 * - `late`: the same, but the order had been given up. Somebody has to look at it
 * - `known`: it was recorded before, and nothing has changed
 * - `surplus`: the order, or another one of its checkout, was paid before. It is recorded too, and somebody has to give it back
 */
export interface RecordedPayment {
  effect: 'paid' | 'late' | 'known' | 'surplus';
  order: Order;
}

/**
 * Where orders are kept. Every method is one transaction, and any number of processes may call them at the same moment.
 * What comes out is a copy.
 */
export interface Orders {
  /**
   * Stores the order, or gives the one that stands in its way: its checkout is paid, or being paid, or has such an order already. An
   * open form that is no longer fresh stands in nobody's way.
   */
  create(order: NewOrder): Promise<Order>;
  find(mchOrderNo: string): Promise<Order | undefined>;
  /** Every order of one of the customer's checkouts, the oldest first. */
  ofCheckout(customerId: string, checkoutKey: string): Promise<Order[]>;
  /** The customer's orders that nobody has decided yet. */
  findOpen(customerId: string): Promise<Order[]>;
  /**
   * An order that it is time to ask the gateway about, if there is one: an open one, or one that failed or expired in the last week.
   * Nobody else gets the same one for two minutes, then four, and so on: that is how long there is to settle it, and how patient the
   * shop is.
   */
  claimDue(): Promise<Order | undefined>;
  /**
   * Records a payment, once per `payOrderId`, and makes its order paid, whether it was open or had been given up.
   *
   * @throws Error if the order is not known, or is of another amount or currency
   */
  recordPayment(payment: Payment): Promise<RecordedPayment>;
  /** Notes that the customer has begun to pay. */
  noteBegun(mchOrderNo: string): Promise<Order>;
  /** Notes an answer that speaks of no payment. It closes an open order if it proves enough (see `orderRules`), and no other. */
  noteUnpaid(mchOrderNo: string, answer: UnpaidAnswer, by: SettledBy): Promise<Order>;
}

/** What the customer's browser may see of an order. */
export function viewOf(order: Order, undecided = order.state === 'open' && order.hasBegun): OrderView {
  const { mchOrderNo, state, channel, bag, createdAt, settledBy, settledAt, cardNum, surplus } = order;
  return {
    mchOrderNo,
    state,
    undecided,
    channel,
    bag,
    createdAt,
    ...(settledBy && { settledBy }),
    ...(settledAt && { settledAt }),
    ...(cardNum && { cardNum }),
    ...(surplus && { surplus }),
  };
}
