import type { Payment, Refund } from '../../order';
import type { StoredCard, StoredEvent, StoredOrder } from '../store';

// Rows cross the border as JSON text, because every driver has its own idea of dates, big numbers and JSON.

type Row = Readonly<Record<string, unknown>>;

/** Epoch milliseconds in the record, `timestamptz` in the table. */
const times = new Set([
  'payableUntil',
  'createdAt',
  'settledAt',
  'nextAskAt',
  'absentSince',
  'recordedAt',
  'at',
]);

/** Fields that come from another table, or that the database computes. */
const derived = new Set(['payments', 'refunds', 'keyPaidBy', 'keyHeldBy', 'openRivals']);

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const nameOf = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function toRow(record: object): Record<string, unknown> {
  const fields = Object.entries(record as Row).filter(([name]) => !derived.has(name));
  return Object.fromEntries(
    fields.map(([name, value]) => {
      const isTime = times.has(name) && typeof value === 'number';
      return [columnOf(name), isTime ? new Date(value).toISOString() : value];
    }),
  );
}

function fromRow(row: Row): Record<string, unknown> {
  const present = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(
    present.map(([column, value]) => {
      const name = nameOf(column);
      return [name, times.has(name) ? Date.parse(String(value)) : value];
    }),
  );
}

export const orderRow = (order: StoredOrder): string => JSON.stringify(toRow(order));

export const paymentRows = (order: StoredOrder, payments: readonly Payment[]): string =>
  JSON.stringify(
    payments.map((payment) => ({
      ...toRow(payment),
      mch_order_no: order.mchOrderNo,
      pays_key: payment.surplus ? null : order.key,
      returned: 0,
    })),
  );

export const refundRows = (order: StoredOrder, refunds: readonly Refund[]): string =>
  JSON.stringify(refunds.map((refund) => ({ ...toRow(refund), mch_order_no: order.mchOrderNo })));

export const cardRow = (card: StoredCard): string => JSON.stringify(toRow(card));

/** The schema's constraints make these types true. */
export function orderOfRow(json: string): StoredOrder {
  const { payments, refunds, data, ...row } = JSON.parse(json) as Row & {
    payments: readonly Row[];
    refunds: readonly Row[];
  };
  return {
    ...fromRow(row),
    data,
    payments: payments.map(fromRow),
    refunds: refunds.map(fromRow),
  } as unknown as StoredOrder;
}

export function eventOfRow(json: string): StoredEvent {
  const { id, ...row } = fromRow(JSON.parse(json) as Row);
  return { ...row, id: String(id) } as StoredEvent;
}

export const cardOfRow = (json: string): StoredCard =>
  fromRow(JSON.parse(json) as Row) as unknown as StoredCard;
