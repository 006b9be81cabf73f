import type { Waiting } from '../browser/pageData';
import type { CardTrace } from '../cards/cardTrace';
import type { CheckoutEntry } from '../orders/ledger';
import { chargeCard, markFailed, markUndecided } from '../orders/orderStates';
import type { SandboxClocks } from '../time/clocks';
import type { SandboxScenario } from '../cards/cardScenario';
import { confirmPayment, decideLater, keepSilent, type PaymentDesk } from './confirmPayment';
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
  chargeCard(entry, trace, desk);
  switch (scenario.kind) {
    case 'paid':
      return settlePaid(entry, scenario, desk);
    case 'refused':
      return settleRefused(entry, scenario.retMsg, desk);
    case 'broken':
      markFailed(entry, desk);
      return outcomes.brokenOutcome(entry);
    case 'undecided':
      markUndecided(entry, desk);
      return outcomes.pendingOutcome(entry);
    case 'pending':
      decideLater(entry, scenario, desk);
      return outcomes.pendingOutcome(entry);
    case 'silent':
      // Only UnionPay makes the page ask: any other form that is forced to time out does so at once.
      if (entry.order.channel !== 'UPI_EX') {
        keepSilent(entry, scenario.status, desk, 0);
        return outcomes.timeoutOutcome(entry);
      }
      keepSilent(entry, scenario.status, desk);
      return waiting(entry, desk.clocks);
    case 'app':
      return waiting(entry, desk.clocks);
  }
}

/** What a poll finds: nothing yet, what the customer did in the app, or that the page has asked often enough. */
export function pollPayment(
  entry: CheckoutEntry,
  scenario: SandboxScenario,
  polls: { readonly asked: number; readonly skipped: number },
  desk: PaymentDesk,
): outcomes.Outcome | undefined {
  const all = polls.asked + polls.skipped;
  if (scenario.kind === 'app' && all >= scenario.polls) {
    return scenario.refusal === undefined
      ? settlePaid(entry, scenario, desk)
      : settleRefused(entry, scenario.refusal, desk);
  }
  // The page counts what it asks by itself; it can't know of the time that somebody moved on.
  const hasGivenUp = polls.skipped > 0 && all >= desk.clocks.polls;
  return hasGivenUp ? outcomes.timeoutOutcome(entry) : undefined;
}

function settlePaid(entry: CheckoutEntry, scenario: SandboxScenario, desk: PaymentDesk): outcomes.Outcome {
  confirmPayment(entry, scenario, desk);
  return outcomes.paidOutcome(entry, scenario);
}

function settleRefused(entry: CheckoutEntry, retMsg: string, desk: PaymentDesk): outcomes.Outcome {
  markFailed(entry, desk);
  return outcomes.refusedOutcome(entry, retMsg);
}

function waiting(entry: CheckoutEntry, { pollIntervalMs, polls, callbackDelayMs }: SandboxClocks): Waiting {
  const timeout = { ...outcomes.timeoutOutcome(entry), delayMs: callbackDelayMs };
  return { state: 'waiting', intervalMs: pollIntervalMs, polls, timeout };
}
