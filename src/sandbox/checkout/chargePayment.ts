import type { Waiting } from '../browser/pageData';
import type { SandboxClocks } from '../clocks';
import { chargeCard, markFailed, markPaid, type CardTrace, type LedgerEntry } from '../ledger';
import type { Notifier } from '../notifier';
import type { SandboxScenario } from '../scenarios';
import type { Timers } from '../timers';
import * as outcomes from './paymentOutcomes';

/** What a payment moves besides its own order. */
export interface PaymentDesk {
  readonly clocks: SandboxClocks;
  readonly notifier: Notifier;
  readonly timers: Timers;
}

/** A UnionPay order is open until the app has answered: with what the card page is to do meanwhile. */
export type ChargeResult = outcomes.Outcome | Waiting;

/** Charges a card for an order, as the card's scenario has it. */
export function chargePayment(
  entry: LedgerEntry,
  trace: CardTrace,
  scenario: SandboxScenario,
  desk: PaymentDesk,
): ChargeResult {
  const { clocks, timers } = desk;
  chargeCard(entry, trace);
  switch (scenario.kind) {
    case 'paid':
      return settlePaid(entry, scenario, desk);
    case 'refused':
      return settleRefused(entry, scenario.retMsg);
    case 'broken':
      markFailed(entry);
      return outcomes.brokenOutcome(entry);
    case 'pending':
      timers.after(clocks.pendingMs, () => settlePaid(entry, scenario, desk));
      return outcomes.pendingOutcome(entry);
    case 'silent':
      entry.truth = { from: Date.now() + clocks.polls * clocks.pollIntervalMs, status: scenario.status };
      return waiting(entry, clocks);
    case 'app':
      return waiting(entry, clocks);
  }
}

/** What a poll finds: nothing yet, or what the customer did in the app. */
export function pollPayment(
  entry: LedgerEntry,
  scenario: SandboxScenario,
  polls: number,
  desk: PaymentDesk,
): outcomes.Outcome | undefined {
  if (scenario.kind !== 'app' || polls < scenario.polls) return undefined;
  return scenario.refusal === undefined
    ? settlePaid(entry, scenario, desk)
    : settleRefused(entry, scenario.refusal);
}

function settlePaid(entry: LedgerEntry, scenario: SandboxScenario, desk: PaymentDesk): outcomes.Outcome {
  markPaid(entry, scenario.kind === 'paid' ? scenario.status : 2);
  desk.notifier.notify(entry);
  return outcomes.paidOutcome(entry, scenario);
}

function settleRefused(entry: LedgerEntry, retMsg: string): outcomes.Outcome {
  markFailed(entry);
  return outcomes.refusedOutcome(entry, retMsg);
}

function waiting(entry: LedgerEntry, { pollIntervalMs, polls, callbackDelayMs }: SandboxClocks): Waiting {
  const timeout = { ...outcomes.timeoutOutcome(entry), delayMs: callbackDelayMs };
  return { state: 'waiting', intervalMs: pollIntervalMs, polls, timeout };
}
