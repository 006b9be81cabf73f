import type { Waiting } from '../browser/pageData';
import type { SandboxClocks } from '../clocks';
import type { CardTrace } from '../cards/cardTrace';
import type { CheckoutEntry } from '../orders/ledger';
import { chargeCard, markFailed } from '../orders/orderStates';
import type { SandboxScenario } from '../cards/cardScenario';
import { confirmPayment, keepSilent, type PaymentDesk } from './confirmPayment';
import * as outcomes from './paymentOutcomes';

/** A UnionPay order is open until the app has answered: with what the card page is to do meanwhile. */
export type ChargeResult = outcomes.Outcome | Waiting;

/** Charges a card for an order, as the card's scenario has it. */
export function chargePayment(
  entry: CheckoutEntry,
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
      timers.after(clocks.pendingMs, () => confirmPayment(entry, scenario, desk));
      return outcomes.pendingOutcome(entry);
    case 'silent':
      keepSilent(entry, scenario.status, clocks);
      return waiting(entry, clocks);
    case 'app':
      return waiting(entry, clocks);
  }
}

/** What a poll finds: nothing yet, or what the customer did in the app. */
export function pollPayment(
  entry: CheckoutEntry,
  scenario: SandboxScenario,
  polls: number,
  desk: PaymentDesk,
): outcomes.Outcome | undefined {
  if (scenario.kind !== 'app' || polls < scenario.polls) return undefined;
  return scenario.refusal === undefined
    ? settlePaid(entry, scenario, desk)
    : settleRefused(entry, scenario.refusal);
}

function settlePaid(entry: CheckoutEntry, scenario: SandboxScenario, desk: PaymentDesk): outcomes.Outcome {
  confirmPayment(entry, scenario, desk);
  return outcomes.paidOutcome(entry, scenario);
}

function settleRefused(entry: CheckoutEntry, retMsg: string): outcomes.Outcome {
  markFailed(entry);
  return outcomes.refusedOutcome(entry, retMsg);
}

function waiting(entry: CheckoutEntry, { pollIntervalMs, polls, callbackDelayMs }: SandboxClocks): Waiting {
  const timeout = { ...outcomes.timeoutOutcome(entry), delayMs: callbackDelayMs };
  return { state: 'waiting', intervalMs: pollIntervalMs, polls, timeout };
}
