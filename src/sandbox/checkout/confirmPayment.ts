import type { SandboxClocks } from '../clocks';
import type { LedgerEntry } from '../orders/ledger';
import type { Notifier } from '../notifications/notifier';
import { markPaid } from '../orders/orderStates';
import type { SandboxScenario } from '../cards/cardScenario';
import type { Timers } from '../timers';

/** What a payment moves besides its own order. */
export interface PaymentDesk {
  readonly clocks: SandboxClocks;
  readonly notifier: Notifier;
  readonly timers: Timers;
}

/** The money has come: the order is paid as the card's scenario has it, and the merchant hears of it. */
export function confirmPayment(entry: LedgerEntry, scenario: SandboxScenario, desk: PaymentDesk): void {
  const isPlain = scenario.kind === 'paid';
  markPaid(entry, isPlain ? scenario.status : 2, desk.clocks.settlementMs);
  desk.notifier.notify(entry, isPlain ? scenario.notification : undefined);
}

/** A `silent` scenario: nobody is told how it ended; whoever asks after the SDK has given up learns it. */
export function keepSilent(
  entry: LedgerEntry,
  status: 2 | 9,
  { polls, pollIntervalMs }: SandboxClocks,
): void {
  entry.truth = { from: Date.now() + polls * pollIntervalMs, status };
}
