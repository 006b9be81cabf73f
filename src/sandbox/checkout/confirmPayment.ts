import type { CardEffect } from '../cards/cardEffect';
import type { Notifier } from '../notifications/notifier';
import type { LedgerEntry } from '../orders/ledger';
import { markFailed, markPaid, type OrderDesk } from '../orders/orderStates';

/** What a payment moves besides its own order. */
export interface PaymentDesk extends OrderDesk {
  readonly notifier: Notifier;
}

/** The money has come: the order is paid as the card's effect has it, and the merchant hears of it. */
export function confirmPayment(entry: LedgerEntry, effect: CardEffect, desk: PaymentDesk): void {
  const isPlain = effect.kind === 'paid';
  markPaid(entry, isPlain ? effect.status : 2, desk);
  desk.notifier.notify(entry, isPlain ? effect.notification : undefined);
}

/** For a `silent` effect: no notification is sent, and only queries learn the outcome, once the SDK has given up. */
export function keepSilent(entry: LedgerEntry, status: 2 | 9, desk: PaymentDesk, afterMs?: number): void {
  const { polls, pollIntervalMs } = desk.clocks;
  entry.truth = { from: desk.time.now() + (afterMs ?? polls * pollIntervalMs), status };
}

/** The bank, or the customer in their app, answers later: once the clock `pendingMs` has passed. */
export function decideLater(entry: LedgerEntry, effect: CardEffect, desk: PaymentDesk): void {
  entry.decision = { at: desk.time.now() + desk.clocks.pendingMs, effect };
  awaitDecision(entry, desk);
}

/** Waits for the decision that an entry holds. Another outcome may have taken its place by then. */
export function awaitDecision(entry: LedgerEntry, desk: PaymentDesk): void {
  const { decision } = entry;
  if (!decision) return;
  desk.time.after(Math.max(0, decision.at - desk.time.now()), () => {
    if (entry.decision !== decision) return;
    const { effect } = decision;
    if (effect.kind === 'app' && effect.refusal !== undefined) markFailed(entry, desk);
    else confirmPayment(entry, effect, desk);
  });
}
