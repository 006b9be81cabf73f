import type { Database, Row, Value } from './database/database';
import { readOrderRow } from './orderRow';
import type { NewOrder, Order, Orders } from './orders';
import { recordPayment } from './recordPayment';

const insertOrder = `
  INSERT INTO orders (mch_order_no, customer_id, checkout_key, channel, bag, amount, currency, session_expires_at,
    secure_id, redirect_url, card_id)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (customer_id, checkout_key) WHERE state IN ('open', 'paid') DO NOTHING
  RETURNING *`;

const selectByKey = `
  SELECT * FROM orders WHERE customer_id = $1 AND checkout_key = $2 AND state IN ('open', 'paid')`;

// What another process is about to claim is passed over, not waited for. The first check is due 30 seconds after the
// order was made; the others come 2, 4, 8 … minutes after the one before, at last about every four hours.
const claimDue = `
  WITH due AS MATERIALIZED (
    SELECT mch_order_no FROM orders WHERE state = 'open' AND next_check_at <= now()
    ORDER BY next_check_at LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE orders
  SET checks = checks + 1, next_check_at = now() + interval '2 minutes' * power(2, least(checks, 7))
  FROM due WHERE orders.mch_order_no = due.mch_order_no
  RETURNING orders.*`;

function valuesOf({ session, ...order }: NewOrder): Value[] {
  return [
    order.mchOrderNo,
    order.customerId,
    order.checkoutKey,
    order.channel,
    JSON.stringify(order.bag),
    order.amount,
    order.currency,
    new Date(session.expiresAt),
    'secureId' in session ? session.secureId : null,
    'secureId' in session ? session.redirectUrl : null,
    'cardId' in session ? session.cardId : null,
  ];
}

const firstOf = ([row]: readonly Row[]): Order | undefined => row && readOrderRow(row);

/** The shop's orders, in the tables of `schema.sql`. */
export function createOrdersInPostgres(database: Database): Orders {
  async function find(mchOrderNo: string): Promise<Order | undefined> {
    return firstOf(await database.query('SELECT * FROM orders WHERE mch_order_no = $1', [mchOrderNo]));
  }

  async function findByCheckoutKey(customerId: string, checkoutKey: string): Promise<Order | undefined> {
    return firstOf(await database.query(selectByKey, [customerId, checkoutKey]));
  }

  return {
    find,
    findByCheckoutKey,
    async create(order) {
      // Whoever holds the key may let go of it between the two statements; then the second round stores the order.
      for (let round = 1; round <= 3; round++) {
        const stored =
          firstOf(await database.query(insertOrder, valuesOf(order))) ??
          (await findByCheckoutKey(order.customerId, order.checkoutKey));
        if (stored) return stored;
      }
      throw new Error(
        `Order ${order.mchOrderNo} could not be stored: its checkout key changes hands too fast.`,
      );
    },
    async findOpen(customerId) {
      const rows = await database.query(
        `SELECT * FROM orders WHERE customer_id = $1 AND state = 'open' ORDER BY created_at`,
        [customerId],
      );
      return rows.map(readOrderRow);
    },
    claimDue: async () => firstOf(await database.query(claimDue)),
    recordPayment: (payment) => database.transaction((queries) => recordPayment(queries, payment)),
    async close(mchOrderNo, state, by) {
      const closed = await database.query(
        `UPDATE orders SET state = $2, settled_by = $3, settled_at = now()
         WHERE mch_order_no = $1 AND state = 'open' RETURNING *`,
        [mchOrderNo, state, by],
      );
      const order = firstOf(closed) ?? (await find(mchOrderNo));
      if (!order) throw new Error(`There is no order ${mchOrderNo}.`);
      return order;
    },
  };
}
