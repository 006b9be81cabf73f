import type { LedgerEntry } from './ledger';
import { awaitSettlement, revealTruth, settlementOf, type OrderDesk } from './orderStates';

/** Settles a payment before its time, and says whether it was settled by this, before, or can't be. */
export function settleNow(entry: LedgerEntry, desk: OrderDesk): 'now' | 'before' | 'never' {
  revealTruth(entry, desk);
  const settlement = settlementOf(entry, desk.time);
  if (settlement === 'settled') return 'before';
  if (settlement !== 'open') return 'never';
  entry.settlesAt = desk.time.now();
  awaitSettlement(entry, desk);
  return 'now';
}

/** Settles all payments that can be, as the gateway does at the end of the day; gives their numbers. */
export function settleAll(desk: OrderDesk): string[] {
  const settled = desk.ledger.all().filter((entry) => settleNow(entry, desk) === 'now');
  return settled.map(({ order }) => order.mchOrderNo);
}
