import type { Queries } from './database/database';
import { readOrderRow } from './orderRow';
import type { Order, Payment, RecordedPayment } from './orders';

/** Whoever comes second waits here until the first has committed, and then sees what the first has done. */
async function lockOrder(queries: Queries, { mchOrderNo }: Payment): Promise<Order> {
  const [row] = await queries.query('SELECT * FROM orders WHERE mch_order_no = $1 FOR UPDATE', [mchOrderNo]);
  if (!row) throw new Error(`The gateway reports a payment for order ${mchOrderNo}, which is not ours.`);
  return readOrderRow(row);
}

function compare(payment: Payment, order: Order): void {
  if (payment.amount === order.amount && payment.currency === order.currency) return;
  throw new Error(
    `Payment ${payment.payOrderId} is not what was ordered: order ${order.mchOrderNo} is for ` +
      `${order.amount} ${order.currency}, the payment for ${payment.amount ?? 'nothing'} ${payment.currency ?? ''}.`,
  );
}

/** Whether the payment is new. */
async function insertPayment(queries: Queries, payment: Payment, order: Order): Promise<boolean> {
  const { payOrderId, mchOrderNo, cardNum, by } = payment;
  const surplus = order.state === 'paid';
  const inserted = await queries.query(
    `INSERT INTO payments (pay_order_id, mch_order_no, amount, currency, card_num, reported_by, surplus)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (pay_order_id) DO NOTHING RETURNING pay_order_id`,
    [payOrderId, mchOrderNo, order.amount, order.currency, cardNum ?? null, by, surplus],
  );
  if (inserted.length > 0) return true;

  const [known] = await queries.query('SELECT mch_order_no FROM payments WHERE pay_order_id = $1', [
    payOrderId,
  ]);
  if (known?.mch_order_no === mchOrderNo) return false;
  throw new Error(`Payment ${payOrderId} was reported for order ${mchOrderNo}, but has paid another.`);
}

async function tellTheShop(
  queries: Queries,
  { mchOrderNo, payOrderId }: Payment,
  kind: string,
): Promise<void> {
  await queries.query('INSERT INTO order_events (mch_order_no, kind, pay_order_id) VALUES ($1, $2, $3)', [
    mchOrderNo,
    kind,
    payOrderId,
  ]);
}

/**
 * A payment can come for an order that had failed or expired, when the customer has already checked out anew with the same
 * key. Both orders count then, and the key stays with the newer one.
 */
async function markPaid(queries: Queries, payment: Payment): Promise<Order> {
  const [row] = await queries.query(
    `UPDATE orders SET state = 'paid', pay_order_id = $2, card_num = $3, settled_by = $4, settled_at = now(),
       checkout_key = CASE WHEN EXISTS (
         SELECT FROM orders newer
         WHERE newer.customer_id = orders.customer_id AND newer.checkout_key = orders.checkout_key
           AND newer.state IN ('open', 'paid') AND newer.mch_order_no <> orders.mch_order_no
       ) THEN NULL ELSE checkout_key END
     WHERE mch_order_no = $1 RETURNING *`,
    [payment.mchOrderNo, payment.payOrderId, payment.cardNum ?? null, payment.by],
  );
  if (!row) throw new Error(`Order ${payment.mchOrderNo} has gone while it was locked.`);
  return readOrderRow(row);
}

/** The transaction behind every payment: all of it happens, once, or none of it. */
export async function recordPayment(queries: Queries, payment: Payment): Promise<RecordedPayment> {
  const order = await lockOrder(queries, payment);
  compare(payment, order);
  if (!(await insertPayment(queries, payment, order))) return { effect: 'known', order };
  if (order.state === 'paid') {
    await tellTheShop(queries, payment, 'paid_again');
    return { effect: 'surplus', order };
  }
  const paid = await markPaid(queries, payment);
  await tellTheShop(queries, payment, 'paid');
  return { effect: 'paid', order: paid };
}
