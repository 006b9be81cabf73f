import type { SandboxClocks } from '../clocks';
import type { Ledger, LedgerEntry } from './ledger';
import { revealTruth, settlementOf } from './orderStates';

/** Settles a payment before its time, and says whether it was settled by this, before, or can't be. */
export function settleNow(entry: LedgerEntry, { settlementMs }: SandboxClocks): 'now' | 'before' | 'never' {
  revealTruth(entry, settlementMs);
  const settlement = settlementOf(entry);
  if (settlement === 'settled') return 'before';
  if (settlement !== 'open') return 'never';
  entry.settlesAt = Date.now();
  return 'now';
}

/** Settles all payments that can be, as the gateway does at the end of the day; gives their numbers. */
export function settleAll({ ledger, clocks }: { ledger: Ledger; clocks: SandboxClocks }): string[] {
  const settled = ledger.all().filter((entry) => settleNow(entry, clocks) === 'now');
  return settled.map(({ order }) => order.mchOrderNo);
}
