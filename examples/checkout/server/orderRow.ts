import type { IotPayChannel } from 'react-iotpay/server';
import type { OrderState, PricedBag } from '../api';
import type { Row } from './database/database';
import type { Order, SettledBy } from './orders';

/**
 * What to select of `orders`. The gateway honours a secureId for one hour; five minutes of it are left for typing a card number. Time is
 * the database's, of which there is one for all the processes.
 */
export const orderColumns = `orders.*,
  card_id IS NULL AND NOT replaced AND created_at > now() - interval '55 minutes' AS form_is_fresh`;

/** A row of `orders`; the schema's constraints are what makes these types true. */
interface OrderRow {
  mch_order_no: string;
  customer_id: string;
  checkout_key: string;
  channel: IotPayChannel;
  bag: PricedBag;
  amount: number;
  currency: 'CAD';
  secure_id: string | null;
  redirect_url: string | null;
  card_id: string | null;
  state: OrderState;
  created_at: Date;
  form_is_fresh: boolean;
  begun_at: Date | null;
  settled_by: SettledBy | null;
  settled_at: Date | null;
  pay_order_id: string | null;
  card_num: string | null;
  late: boolean;
  surplus: boolean;
}

function readSession(order: OrderRow): Order['session'] {
  if (order.card_id !== null) return { cardId: order.card_id };
  return { secureId: order.secure_id ?? '', redirectUrl: order.redirect_url ?? '' };
}

export function readOrderRow(row: Row): Order {
  const order = row as unknown as OrderRow;
  return {
    mchOrderNo: order.mch_order_no,
    customerId: order.customer_id,
    checkoutKey: order.checkout_key,
    channel: order.channel,
    bag: order.bag,
    amount: order.amount,
    currency: order.currency,
    session: readSession(order),
    state: order.state,
    createdAt: order.created_at.getTime(),
    formIsFresh: order.form_is_fresh,
    hasBegun: order.begun_at !== null,
    ...(order.settled_by && { settledBy: order.settled_by }),
    ...(order.settled_at && { settledAt: order.settled_at.getTime() }),
    ...(order.pay_order_id && { payOrderId: order.pay_order_id }),
    ...(order.card_num && { cardNum: order.card_num }),
    ...(order.late && { late: true }),
    ...(order.surplus && { surplus: true }),
  };
}

export const readFirstOrder = ([row]: readonly Row[]): Order | undefined => row && readOrderRow(row);
