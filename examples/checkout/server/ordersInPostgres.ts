import { createOrder } from './createOrder';
import type { Database } from './database/database';
import { noteUnpaid } from './noteUnpaid';
import { orderColumns, readFirstOrder, readOrderRow } from './orderRow';
import type { Order, Orders } from './orders';
import { recordPayment } from './recordPayment';

// What another process is about to claim is passed over, not waited for. The first check is due 30 seconds after the
// order was made; the others come 2, 4, 8 … minutes after the one before. An open order is asked about for as long as it is
// open, at last about every four hours; one that failed or expired for a week, at last about once in a day and a half.
const claimDue = `
  WITH due AS MATERIALIZED (
    SELECT mch_order_no FROM orders WHERE next_check_at <= now()
    ORDER BY next_check_at LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE orders
  SET checks = checks + 1, next_check_at = CASE
    WHEN state = 'open' THEN now() + interval '2 minutes' * power(2, least(checks, 7))
    WHEN settled_at > now() - interval '7 days' THEN now() + interval '2 minutes' * power(2, least(checks, 10))
  END
  FROM due WHERE orders.mch_order_no = due.mch_order_no
  RETURNING ${orderColumns}`;

/** The shop's orders, in the tables of `schema.sql`. */
export function createOrdersInPostgres(database: Database): Orders {
  async function find(mchOrderNo: string): Promise<Order | undefined> {
    return readFirstOrder(
      await database.query(`SELECT ${orderColumns} FROM orders WHERE mch_order_no = $1`, [mchOrderNo]),
    );
  }

  async function existing(mchOrderNo: string): Promise<Order> {
    const order = await find(mchOrderNo);
    if (order) return order;
    throw new Error(`There is no order ${mchOrderNo}.`);
  }

  return {
    find,
    async create(order) {
      // What stands in the way may be gone between two of the statements; then the next round stores the order.
      for (let round = 1; round <= 3; round++) {
        const standing = await database.transaction((queries) => createOrder(queries, order));
        if (standing) return standing;
      }
      throw new Error(`Order ${order.mchOrderNo} could not be stored: its checkout changes too fast.`);
    },
    async ofCheckout(customerId, checkoutKey) {
      const rows = await database.query(
        `SELECT ${orderColumns} FROM orders WHERE customer_id = $1 AND checkout_key = $2 ORDER BY created_at`,
        [customerId, checkoutKey],
      );
      return rows.map(readOrderRow);
    },
    async findOpen(customerId) {
      const rows = await database.query(
        `SELECT ${orderColumns} FROM orders WHERE customer_id = $1 AND state = 'open' ORDER BY created_at`,
        [customerId],
      );
      return rows.map(readOrderRow);
    },
    claimDue: async () => readFirstOrder(await database.query(claimDue)),
    recordPayment: (payment) => database.transaction((queries) => recordPayment(queries, payment)),
    async noteBegun(mchOrderNo) {
      const noted = await database.query(
        `UPDATE orders SET begun_at = now() WHERE mch_order_no = $1 AND begun_at IS NULL RETURNING ${orderColumns}`,
        [mchOrderNo],
      );
      return readFirstOrder(noted) ?? existing(mchOrderNo);
    },
    async noteUnpaid(mchOrderNo, answer, by) {
      const noted = await database.transaction((queries) => noteUnpaid(queries, mchOrderNo, answer, by));
      return noted ?? existing(mchOrderNo);
    },
  };
}
