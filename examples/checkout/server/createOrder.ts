import type { Queries, Value } from './database/database';
import { orderColumns, readFirstOrder } from './orderRow';
import type { NewOrder, Order } from './orders';

/** An untouched form that is too old for its customer. Should it be paid all the same, the gateway still reports it. */
const replaceOldForm = `
  UPDATE orders SET replaced = true
  WHERE customer_id = $1 AND checkout_key = $2 AND channel = $3
    AND state = 'open' AND card_id IS NULL AND begun_at IS NULL AND NOT replaced
    AND created_at <= now() - interval '55 minutes'`;

/** A saved card's order has begun when it is stored: its call is sent next. */
const insertOrder = `
  INSERT INTO orders (mch_order_no, customer_id, checkout_key, channel, bag, amount, currency, secure_id, redirect_url, card_id,
    begun_at)
  SELECT $1, $2, $3, $4, $5::jsonb, $6::integer, $7, $8, $9, $10::text, CASE WHEN $10::text IS NOT NULL THEN now() END
  WHERE NOT EXISTS (
    SELECT FROM orders WHERE customer_id = $2 AND checkout_key = $3
      AND (state = 'paid' OR (state = 'open' AND begun_at IS NOT NULL))
  )
  ON CONFLICT DO NOTHING
  RETURNING ${orderColumns}`;

const selectStanding = `
  SELECT ${orderColumns} FROM orders
  WHERE customer_id = $1 AND checkout_key = $2
    AND (state = 'paid' OR (state = 'open' AND (begun_at IS NOT NULL OR (channel = $3 AND card_id IS NULL AND NOT replaced))))
  ORDER BY state = 'paid' DESC, surplus, begun_at LIMIT 1`;

function valuesOf({ session, ...order }: NewOrder): Value[] {
  return [
    order.mchOrderNo,
    order.customerId,
    order.checkoutKey,
    order.channel,
    JSON.stringify(order.bag),
    order.amount,
    order.currency,
    'secureId' in session ? session.secureId : null,
    'secureId' in session ? session.redirectUrl : null,
    'cardId' in session ? session.cardId : null,
  ];
}

/** The transaction behind `create`. None, if the order that stood in the way has just gone. */
export async function createOrder(queries: Queries, order: NewOrder): Promise<Order | undefined> {
  const { customerId, checkoutKey, channel, session } = order;
  const place = [customerId, checkoutKey, channel];
  if ('secureId' in session) await queries.query(replaceOldForm, place);
  const stored = readFirstOrder(await queries.query(insertOrder, valuesOf(order)));
  return stored ?? readFirstOrder(await queries.query(selectStanding, place));
}
