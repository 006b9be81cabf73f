import type { Database, Queries, Row } from './database/database';
import { neverArrived } from './orderRules';
import { readRefundRow } from './refundRow';
import type { NewRefund, OpenedRefund, Refund, Refunds } from './refunds';

// As with orders: what another process is about to claim is passed over, and the pauses grow.
const claimDue = `
  WITH due AS MATERIALIZED (
    SELECT mch_refund_no FROM refunds WHERE next_check_at <= now()
    ORDER BY next_check_at LIMIT 1 FOR UPDATE SKIP LOCKED
  )
  UPDATE refunds
  SET checks = checks + 1, next_check_at = CASE
    WHEN state = 'pending' THEN now() + interval '2 minutes' * power(2, least(checks, 7))
    WHEN settled_at > now() - interval '7 days' THEN now() + interval '2 minutes' * power(2, least(checks, 10))
  END
  FROM due WHERE refunds.mch_refund_no = due.mch_refund_no
  RETURNING refunds.*`;

const firstOf = ([row]: readonly Row[]): Refund | undefined => row && readRefundRow(row);

/** Whoever wants to give something of the order back waits here for those who came before. What is left of it, in cents. */
async function lockOrder(queries: Queries, mchOrderNo: string): Promise<number> {
  const [order] = await queries.query(
    'SELECT amount - given_back AS "left" FROM orders WHERE mch_order_no = $1 FOR UPDATE',
    [mchOrderNo],
  );
  if (!order) throw new Error(`There is no order ${mchOrderNo}.`);
  return Number(order.left);
}

/** Sums up anew what the locked order has given back: the constraints of `orders` refuse what must not be. */
async function sumUp(queries: Queries, mchOrderNo: string): Promise<void> {
  await queries.query(
    `UPDATE orders SET given_back = coalesce(
       (SELECT sum(amount) FROM refunds WHERE refunds.mch_order_no = orders.mch_order_no AND state <> 'failed'), 0)
     WHERE mch_order_no = $1`,
    [mchOrderNo],
  );
}

async function insert(queries: Queries, refund: NewRefund): Promise<Refund> {
  const { mchRefundNo, mchOrderNo, refundKey, kind, amount } = refund;
  const [row] = await queries.query(
    `INSERT INTO refunds (mch_refund_no, mch_order_no, refund_key, kind, amount) VALUES ($1, $2, $3, $4, $5) RETURNING *`,
    [mchRefundNo, mchOrderNo, refundKey, kind, amount],
  );
  if (!row) throw new Error(`Refund ${mchRefundNo} was not stored.`);
  await sumUp(queries, mchOrderNo);
  return readRefundRow(row);
}

async function open(queries: Queries, refund: NewRefund, seenLeft: number): Promise<OpenedRefund> {
  const left = await lockOrder(queries, refund.mchOrderNo);
  const current = (
    await queries.query(`SELECT * FROM refunds WHERE mch_order_no = $1 AND state <> 'failed'`, [
      refund.mchOrderNo,
    ])
  ).map(readRefundRow);
  const known = current.find(({ refundKey }) => refundKey === refund.refundKey);
  if (known) return { effect: 'known', refund: known };
  if (current.some(({ state }) => state === 'pending')) return { effect: 'waiting' };
  if (left !== seenLeft) return { effect: 'changed' };
  return { effect: 'opened', refund: await insert(queries, refund) };
}

/** Ends a refund, unless it has ended that way or has succeeded. */
async function end(
  queries: Queries,
  { mchRefundNo, mchOrderNo }: Refund,
  state: 'succeeded' | 'failed',
  reason?: string,
): Promise<Refund | undefined> {
  await lockOrder(queries, mchOrderNo);
  const rows = await queries.query(
    `UPDATE refunds SET state = $2, reason = $3, settled_at = now(),
       next_check_at = CASE WHEN $2 = 'failed' THEN next_check_at END
     WHERE mch_refund_no = $1 AND (state = 'pending' OR (state = 'failed' AND $2 = 'succeeded')) RETURNING *`,
    [mchRefundNo, state, state === 'failed' ? (reason ?? null) : null],
  );
  await sumUp(queries, mchOrderNo);
  return firstOf(rows);
}

/** A break in "no such order" begins its count anew. */
const noteAnswer = `
  UPDATE refunds SET
    missing_since = CASE WHEN $2 = 'missing' THEN coalesce(missing_since, now()) END,
    times_missing = CASE WHEN $2 = 'missing' THEN times_missing + 1 ELSE 0 END
  WHERE mch_refund_no = $1 AND state = 'pending'
  RETURNING *, coalesce(extract(epoch FROM now() - missing_since) * 1000, 0)::float AS missing_for`;

/** The shop's refunds, in the tables of `schema.sql`. */
export function createRefundsInPostgres(database: Database): Refunds {
  async function find(mchRefundNo: string): Promise<Refund | undefined> {
    return firstOf(await database.query('SELECT * FROM refunds WHERE mch_refund_no = $1', [mchRefundNo]));
  }

  async function existing(mchRefundNo: string): Promise<Refund> {
    const refund = await find(mchRefundNo);
    if (refund) return refund;
    throw new Error(`The gateway spoke of refund ${mchRefundNo}, which is not ours.`);
  }

  return {
    find,
    open: (refund, left) => database.transaction((queries) => open(queries, refund, left)),
    replace: (refused, by, reason) =>
      database.transaction(async (queries) => {
        const ended = await end(queries, refused, 'failed', reason);
        return ended && insert(queries, { ...refused, ...by });
      }),
    async of(mchOrderNo) {
      const rows = await database.query(
        'SELECT * FROM refunds WHERE mch_order_no = $1 ORDER BY created_at, mch_refund_no',
        [mchOrderNo],
      );
      return rows.map(readRefundRow);
    },
    async noteAnswer(mchRefundNo, answer) {
      // The order is locked first, as by all that changes its refunds: two that wait for each other would wait for ever.
      const { mchOrderNo } = await existing(mchRefundNo);
      const noted = await database.transaction(async (queries) => {
        await lockOrder(queries, mchOrderNo);
        const [row] = await queries.query(noteAnswer, [mchRefundNo, answer]);
        if (!row) return undefined;
        const refund = readRefundRow(row);
        const isGone = neverArrived({
          missingForMs: Number(row.missing_for),
          timesMissing: Number(row.times_missing),
        });
        return isGone ? end(queries, refund, 'failed', 'The call never reached IOTPay.') : refund;
      });
      return noted ?? existing(mchRefundNo);
    },
    claimDue: async () => firstOf(await database.query(claimDue)),
    async settle(mchRefundNo, state, reason) {
      const refund = await existing(mchRefundNo);
      const ended = await database.transaction((queries) => end(queries, refund, state, reason));
      return ended ?? existing(mchRefundNo);
    },
  };
}
