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
  session: { secureId: string; redirectUrl: string; expiresAt: number };
}

/** How the shop came to know: the gateway told it, or it asked. Never the browser. */
export type SettledBy = 'notification' | 'query';

export interface Order extends NewOrder {
  state: OrderState;
  createdAt: number;
  settledBy?: SettledBy;
  settledAt?: number;
  /** The gateway's order number, once paid. */
  payOrderId?: string;
  /** Masked. */
  cardNum?: string;
}

export interface Payment {
  mchOrderNo: string;
  payOrderId: string;
  cardNum?: string | undefined;
  by: SettledBy;
}

/**
 * Where orders are kept. Every method is one step that a database does in one transaction; nobody else writes, and
 * what comes out is a copy.
 */
export interface Orders {
  /** Stores the order, or gives the one that already holds its customer's checkout key. */
  create(order: NewOrder): Promise<Order>;
  find(mchOrderNo: string): Promise<Order | undefined>;
  /** The customer's order that holds this key: an open or a paid one. A failed or expired order has let go of it. */
  findByCheckoutKey(customerId: string, checkoutKey: string): Promise<Order | undefined>;
  /** The customer's orders that nobody has decided yet. */
  findOpen(customerId: string): Promise<Order[]>;
  /** Once per `payOrderId`: the same payment told again changes nothing. */
  markPaid(payment: Payment): Promise<Order>;
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
