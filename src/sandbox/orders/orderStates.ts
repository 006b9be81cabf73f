import { readOrderStatus } from '../../contract/order';
import type { CardTrace } from '../cards/cardTrace';
import { formatDateTime } from './dateTime';
import type { LedgerEntry, LedgerOrder } from './ledger';
import { randomDigits } from './orderNumbers';

// What can become of an order. Each change is one synchronous step, so that no two calls ever see a half of it.

export function chargeCard(entry: LedgerEntry, card: CardTrace): void {
  entry.charges += 1;
  Object.assign(entry.order, card);
}

/** The fields of an order that went through. */
export function markSucceeded(order: LedgerOrder, status: 2 | 3): void {
  order.status = status;
  order.paySuccTime = formatDateTime(new Date());
  order.invoiceNum = randomDigits(10);
  order.authNum = randomDigits(6);
  order.transNum = randomDigits(12);
}

/** Pays an order. From here it can be voided, and once `settlementMs` have passed refunded instead. */
export function markPaid(entry: LedgerEntry, status: 2 | 3, settlementMs: number): void {
  markSucceeded(entry.order, status);
  entry.order.refundable = entry.order.amount;
  entry.settlesAt = Date.now() + settlementMs;
}

export function markFailed({ order }: LedgerEntry): void {
  order.status = 9;
}

/** Lets an order's truth out, if it has one and its time has come. */
export function revealTruth(entry: LedgerEntry, settlementMs: number): void {
  const { truth } = entry;
  if (!truth || Date.now() < truth.from) return;
  delete entry.truth;
  if (truth.status === 2) markPaid(entry, 2, settlementMs);
  else markFailed(entry);
}

/** Whether a paid payment can be voided (`open`), refunded (`settled`) or neither (`void`); nothing else has a settlement. */
export type Settlement = 'open' | 'settled' | 'void';

export function settlementOf({ kind, order, settlesAt }: LedgerEntry): Settlement | undefined {
  if (kind !== 'payment' || readOrderStatus(order) !== 'paid') return undefined;
  if (settlesAt === undefined) return 'void';
  return Date.now() < settlesAt ? 'open' : 'settled';
}
