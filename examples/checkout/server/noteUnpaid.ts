import type { Queries } from './database/database';
import { closeBy, type UnpaidAnswer } from './orderRules';
import { orderColumns, readFirstOrder } from './orderRow';
import type { Order, SettledBy } from './orders';

/** Locks the open order until the transaction ends. A break in "no such order" begins its count anew. */
const noteAnswer = `
  UPDATE orders SET
    begun_at = CASE WHEN $2 = 'unknown' THEN coalesce(begun_at, now()) ELSE begun_at END,
    missing_since = CASE WHEN $2 = 'missing' THEN coalesce(missing_since, now()) END,
    times_missing = CASE WHEN $2 = 'missing' THEN times_missing + 1 ELSE 0 END
  WHERE mch_order_no = $1 AND state = 'open'
  RETURNING ${orderColumns}, times_missing,
    (extract(epoch FROM now() - created_at) * 1000)::float AS age,
    coalesce(extract(epoch FROM now() - missing_since) * 1000, 0)::float AS missing_for`;

const closeOrder = `
  UPDATE orders SET state = $2, settled_by = $3, settled_at = now() WHERE mch_order_no = $1 RETURNING ${orderColumns}`;

/** The transaction behind `noteUnpaid`. None, if the order is not open. */
export async function noteUnpaid(
  queries: Queries,
  mchOrderNo: string,
  answer: UnpaidAnswer,
  by: SettledBy,
): Promise<Order | undefined> {
  const rows = await queries.query(noteAnswer, [mchOrderNo, answer]);
  const [row] = rows;
  if (!row) return undefined;
  const state = closeBy(answer, {
    isForm: row.card_id === null,
    age: Number(row.age),
    missingForMs: Number(row.missing_for),
    timesMissing: Number(row.times_missing),
  });
  return readFirstOrder(state ? await queries.query(closeOrder, [mchOrderNo, state, by]) : rows);
}
