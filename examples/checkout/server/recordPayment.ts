import type { Queries } from './database/database';
import { orderColumns, readFirstOrder, readOrderRow } from './orderRow';
import type { Order, Payment, RecordedPayment } from './orders';

/** Every order of the checkout: two of them can be paid at the same moment, and one of the two payments is surplus. */
const lockCheckout = `
  SELECT ${orderColumns} FROM orders
  WHERE (customer_id, checkout_key) = (SELECT customer_id, checkout_key FROM orders WHERE mch_order_no = $1)
  ORDER BY mch_order_no FOR UPDATE`;

/** Whoever comes second waits here until the first has committed, and then sees what the first has done. */
async function lockOrder(
  queries: Queries,
  { mchOrderNo }: Payment,
): Promise<{ order: Order; others: Order[] }> {
  const orders = (await queries.query(lockCheckout, [mchOrderNo])).map(readOrderRow);
  const order = orders.find((one) => one.mchOrderNo === mchOrderNo);
  if (order) return { order, others: orders.filter((one) => one !== order) };
  throw new Error(`The gateway reports a payment for order ${mchOrderNo}, which is not ours.`);
}

function compare(payment: Payment, order: Order): void {
  if (payment.amount === order.amount && payment.currency === order.currency) return;
  throw new Error(
    `Payment ${payment.payOrderId} is not what was ordered: order ${order.mchOrderNo} is for ` +
      `${order.amount} ${order.currency}, the payment for ${payment.amount ?? 'nothing'} ${payment.currency ?? ''}.`,
  );
}

/** Whether the payment is new. */
async function insertPayment(
  queries: Queries,
  payment: Payment,
  order: Order,
  surplus: boolean,
): Promise<boolean> {
  const { payOrderId, mchOrderNo, cardNum, by } = payment;
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
  kind: 'paid' | 'paid_late' | 'paid_again',
): Promise<void> {
  await queries.query('INSERT INTO order_events (mch_order_no, kind, pay_order_id) VALUES ($1, $2, $3)', [
    mchOrderNo,
    kind,
    payOrderId,
  ]);
}

async function markPaid(
  queries: Queries,
  payment: Payment,
  { late, surplus }: { late: boolean; surplus: boolean },
): Promise<Order> {
  const { mchOrderNo, payOrderId, cardNum, by } = payment;
  const paid = readFirstOrder(
    await queries.query(
      `UPDATE orders SET state = 'paid', pay_order_id = $2, card_num = $3, settled_by = $4, settled_at = now(),
         late = $5, surplus = $6, next_check_at = NULL
       WHERE mch_order_no = $1 RETURNING ${orderColumns}`,
      [mchOrderNo, payOrderId, cardNum ?? null, by, late, surplus],
    ),
  );
  if (paid) return paid;
  throw new Error(`Order ${mchOrderNo} has gone while it was locked.`);
}

/** The transaction behind every payment: all of it happens, once, or none of it. */
export async function recordPayment(queries: Queries, payment: Payment): Promise<RecordedPayment> {
  const { order, others } = await lockOrder(queries, payment);
  compare(payment, order);
  const isPaid = order.state === 'paid';
  const surplus = isPaid || others.some(({ state }) => state === 'paid');
  if (!(await insertPayment(queries, payment, order, surplus))) return { effect: 'known', order };

  const late = !isPaid && order.state !== 'open';
  await tellTheShop(queries, payment, surplus ? 'paid_again' : late ? 'paid_late' : 'paid');
  if (isPaid) return { effect: 'surplus', order };
  const paid = await markPaid(queries, payment, { late, surplus });
  return { effect: surplus ? 'surplus' : late ? 'late' : 'paid', order: paid };
}
