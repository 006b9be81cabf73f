import type { IotPayChannel } from 'react-iotpay/server';
import type { OrderState, PricedBag } from '../api';
import type { Row } from './database/database';
import type { Order, SettledBy } from './orders';

/** A row of `orders`; the schema's constraints are what makes these types true. */
interface OrderRow {
  mch_order_no: string;
  customer_id: string;
  checkout_key: string | null;
  channel: IotPayChannel;
  bag: PricedBag;
  amount: number;
  currency: 'CAD';
  secure_id: string | null;
  redirect_url: string | null;
  card_id: string | null;
  session_expires_at: Date;
  state: OrderState;
  created_at: Date;
  settled_by: SettledBy | null;
  settled_at: Date | null;
  pay_order_id: string | null;
  card_num: string | null;
}

function readSession(order: OrderRow): Order['session'] {
  const expiresAt = order.session_expires_at.getTime();
  if (order.card_id !== null) return { cardId: order.card_id, expiresAt };
  return { secureId: order.secure_id ?? '', redirectUrl: order.redirect_url ?? '', expiresAt };
}

export function readOrderRow(row: Row): Order {
  const order = row as unknown as OrderRow;
  return {
    mchOrderNo: order.mch_order_no,
    customerId: order.customer_id,
    checkoutKey: order.checkout_key ?? undefined,
    channel: order.channel,
    bag: order.bag,
    amount: order.amount,
    currency: order.currency,
    session: readSession(order),
    state: order.state,
    createdAt: order.created_at.getTime(),
    ...(order.settled_by && { settledBy: order.settled_by }),
    ...(order.settled_at && { settledAt: order.settled_at.getTime() }),
    ...(order.pay_order_id && { payOrderId: order.pay_order_id }),
    ...(order.card_num && { cardNum: order.card_num }),
  };
}
