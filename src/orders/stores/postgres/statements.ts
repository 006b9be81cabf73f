/** The store's statements. Each returns rows of one column, `json`, or rows that do not matter. */
export function statementsFor(s: string) {
  /** An order with everything that the ledger needs for its decisions, in one statement. */
  const orderFrom = (source: string) => `SELECT (to_jsonb(o) || jsonb_build_object(
    'payments', coalesce((SELECT jsonb_agg(to_jsonb(p) - '{mch_order_no,pays_key,returned}'::text[]
        ORDER BY p.recorded_at, p.pay_order_id)
      FROM ${s}.payments p WHERE p.mch_order_no = o.mch_order_no), '[]'),
    'refunds', coalesce((SELECT jsonb_agg(to_jsonb(r) - 'mch_order_no' ORDER BY r.created_at, r.mch_refund_no)
      FROM ${s}.refunds r WHERE r.mch_order_no = o.mch_order_no), '[]'),
    'key_paid_by', (SELECT p.mch_order_no FROM ${s}.payments p WHERE p.pays_key = o.key),
    'key_held_by', (SELECT h.mch_order_no FROM ${s}.orders h WHERE h.key = o.key AND h.holds_key),
    'open_rivals', coalesce((SELECT jsonb_agg(v.mch_order_no ORDER BY v.mch_order_no) FROM ${s}.orders v
      WHERE v.key = o.key AND v.state = 'open' AND v.mch_order_no <> o.mch_order_no), '[]')
  ) - 'asked_at')::text AS json FROM ${source} o`;
  const selectOrder = orderFrom(`${s}.orders`);

  const insertOrder = `INSERT INTO ${s}.orders SELECT n.* FROM jsonb_populate_record(null::${s}.orders, $1::text::jsonb) n`;
  const unpaid = `NOT EXISTS (SELECT FROM ${s}.payments WHERE pays_key = n.key)`;

  return {
    read: {
      mchOrderNo: `${selectOrder} WHERE o.mch_order_no = $1`,
      payOrderId: `${selectOrder} WHERE o.mch_order_no =
        (SELECT mch_order_no FROM ${s}.payments WHERE pay_order_id = $1)`,
      mchRefundNo: `${selectOrder} WHERE o.mch_order_no =
        (SELECT mch_order_no FROM ${s}.refunds WHERE mch_refund_no = $1)`,
      // The order whose payment counts for the key comes first, because another order may hold the key.
      key: `${selectOrder} WHERE o.mch_order_no = coalesce(
        (SELECT mch_order_no FROM ${s}.payments WHERE pays_key = $1),
        (SELECT mch_order_no FROM ${s}.orders WHERE key = $1 AND state = 'open'
          ORDER BY holds_key DESC, mch_order_no DESC LIMIT 1))`,
    },

    insert: `${insertOrder} WHERE ${unpaid} RETURNING mch_order_no AS json`,

    insertInstead: `WITH released AS (
        UPDATE ${s}.orders SET holds_key = false, version = version + 1
        WHERE mch_order_no = $2 AND version = $3::int AND state = 'open' AND holds_key RETURNING key
      )
      INSERT INTO ${s}.orders SELECT n.*
      FROM released, jsonb_populate_record(null::${s}.orders, $1::text::jsonb) n
      WHERE n.key = released.key AND ${unpaid} RETURNING mch_order_no AS json`,

    // The order changes only if it still has the version that the change was made from, and the rest happens only if it
    // changed.
    save: `WITH saved AS (
        UPDATE ${s}.orders o SET (state, late, attention, reason, holds_key, secure_id, redirect_url, settled_at, asks,
          next_ask_at, absent_since, absences, version) = (n.state, n.late, n.attention, n.reason, n.holds_key,
          n.secure_id, n.redirect_url, n.settled_at, n.asks, n.next_ask_at, n.absent_since, n.absences, n.version + 1)
        FROM jsonb_populate_record(null::${s}.orders, $1::text::jsonb) n
        WHERE o.mch_order_no = n.mch_order_no AND o.version = n.version RETURNING o.mch_order_no
      ), paid AS (
        INSERT INTO ${s}.payments
        SELECT n.* FROM saved, jsonb_populate_recordset(null::${s}.payments, $2::text::jsonb) n
      ), refunded AS (
        INSERT INTO ${s}.refunds
        SELECT n.* FROM saved, jsonb_populate_recordset(null::${s}.refunds, $3::text::jsonb) n
        ON CONFLICT (mch_refund_no) DO UPDATE SET (key, state, reason, settled_at, absent_since, absences)
          = (excluded.key, excluded.state, excluded.reason, excluded.settled_at, excluded.absent_since, excluded.absences)
      ), told AS (
        INSERT INTO ${s}.events (mch_order_no, kind, pay_order_id, mch_refund_no, created_at)
        SELECT saved.mch_order_no, n.kind, n.pay_order_id, n.mch_refund_no, $5::text::timestamptz
        FROM saved, jsonb_populate_recordset(null::${s}.events, $4::text::jsonb) n
      )
      SELECT mch_order_no AS json FROM saved`,

    // Orders that another process is claiming are skipped, so that this one does not wait.
    claimDue: `WITH due AS MATERIALIZED (
        SELECT mch_order_no FROM ${s}.orders WHERE next_ask_at <= $1::text::timestamptz
        ORDER BY next_ask_at LIMIT $3::int FOR UPDATE SKIP LOCKED
      ), claimed AS (
        UPDATE ${s}.orders o SET next_ask_at = $2::text::timestamptz, asks = asks + 1, version = version + 1
        FROM due WHERE o.mch_order_no = due.mch_order_no RETURNING o.*
      )
      ${orderFrom('claimed')}`,

    claimAsk: `UPDATE ${s}.orders SET asked_at = $2::text::timestamptz
      WHERE mch_order_no = $1 AND (asked_at IS NULL OR asked_at NOT BETWEEN $3::text::timestamptz AND $4::text::timestamptz)
      RETURNING mch_order_no AS json`,

    list: (conditions: string, limit: number) =>
      `${selectOrder} WHERE ${conditions} ORDER BY o.mch_order_no DESC LIMIT ${limit}`,

    // The first event of each order, if no process has taken it. The next event waits until the first is done.
    takeEvents: `WITH first AS MATERIALIZED (
        SELECT id FROM ${s}.events e
        WHERE (taken_until IS NULL OR taken_until <= $1::text::timestamptz)
          AND NOT EXISTS (SELECT FROM ${s}.events b WHERE b.mch_order_no = e.mch_order_no AND b.id < e.id)
        ORDER BY id LIMIT $3::int FOR UPDATE SKIP LOCKED
      ), taken AS (
        UPDATE ${s}.events e SET taken_until = $2::text::timestamptz FROM first WHERE e.id = first.id RETURNING e.*
      )
      SELECT (to_jsonb(t) - '{created_at,taken_until}'::text[] || jsonb_build_object('at', t.created_at))::text AS json
      FROM taken t ORDER BY t.id`,

    finishEvent: `DELETE FROM ${s}.events WHERE id = $1::text::bigint`,

    putCard: `INSERT INTO ${s}.cards SELECT n.* FROM jsonb_populate_record(null::${s}.cards, $1::text::jsonb) n
      ON CONFLICT (card_id) DO UPDATE SET (card_num, expiry_date) = (excluded.card_num, excluded.expiry_date)`,
    cardsOf: `SELECT to_jsonb(c)::text AS json FROM ${s}.cards c WHERE customer = $1 ORDER BY created_at, card_id`,
    removeCard: `DELETE FROM ${s}.cards WHERE customer = $1 AND card_id = $2 RETURNING card_id AS json`,

    makeSecret: `WITH made AS (
        INSERT INTO ${s}.secrets (name, value) VALUES ('orders', $1) ON CONFLICT (name) DO NOTHING RETURNING value
      )
      SELECT value AS json FROM made UNION ALL SELECT value FROM ${s}.secrets WHERE name = 'orders' LIMIT 1`,
  };
}
