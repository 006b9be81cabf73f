import type { OrderFilter } from '../store';

/** A filter as SQL, with its parameters. */
export function conditionsOf(filter: OrderFilter): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const conditions = ['true'];
  function add(condition: (parameter: string) => string, value: unknown): void {
    if (value === undefined) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  }
  const iso = (time: number | undefined) => time !== undefined && new Date(time).toISOString();

  const { states, from, to } = filter;
  add((p) => `o.state = ANY (string_to_array(${p}::text, ','))`, states?.join(','));
  add((p) => `o.customer = ${p}::text`, filter.customer);
  add((p) => `o.key = ${p}::text`, filter.key);
  add((p) => `o.mch_order_no < ${p}::text`, filter.before);
  add((p) => `o.created_at >= ${p}::text::timestamptz`, iso(from) || undefined);
  add((p) => `o.created_at < ${p}::text::timestamptz`, iso(to) || undefined);
  if (filter.attention !== undefined) conditions.push(filter.attention ? 'o.attention' : 'NOT o.attention');
  return { text: conditions.join(' AND '), values };
}
