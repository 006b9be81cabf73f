import type { Waiting } from '../browser/pageData';
import type { CardTrace } from '../cards/cardTrace';
import type { CheckoutEntry } from '../orders/ledger';
import { chargeCard, markFailed, markUndecided } from '../orders/orderStates';
import type { SandboxClocks } from '../time/clocks';
import type { CardEffect } from '../cards/cardEffect';
import { confirmPayment, decideLater, keepSilent, type PaymentDesk } from './confirmPayment';
import * as outcomes from './paymentOutcomes';

/** A UnionPay order is open until the app has answered: with what the card page is to do meanwhile. */
export type ChargeResult = outcomes.Outcome | Waiting;

/** Charges a card for an order, as the card's effect has it. */
export function chargePayment(
  entry: CheckoutEntry,
  trace: CardTrace,
  effect: CardEffect,
  desk: PaymentDesk,
): ChargeResult {
  chargeCard(entry, trace, desk);
  switch (effect.kind) {
    case 'paid':
      return finishPaid(entry, effect, desk);
    case 'refused':
      return finishRefused(entry, effect.retMsg, desk);
    case 'broken':
      markFailed(entry, desk);
      return outcomes.brokenOutcome(entry);
    case 'undecided':
      markUndecided(entry, desk);
      return outcomes.pendingOutcome(entry);
    case 'pending':
      decideLater(entry, effect, desk);
      return outcomes.pendingOutcome(entry);
    case 'silent':
      // Only UnionPay makes the page ask: any other form that is forced to time out does so at once.
      if (entry.order.channel !== 'UPI_EX') {
        keepSilent(entry, effect.status, desk, 0);
        return outcomes.timeoutOutcome(entry);
      }
      keepSilent(entry, effect.status, desk);
      return waiting(entry, desk.clocks);
    case 'app':
      return waiting(entry, desk.clocks);
  }
}

/** What a poll finds: nothing yet, what the customer did in the app, or that the page has asked often enough. */
export function pollPayment(
  entry: CheckoutEntry,
  effect: CardEffect,
  polls: { readonly asked: number; readonly skipped: number },
  desk: PaymentDesk,
): outcomes.Outcome | undefined {
  const all = polls.asked + polls.skipped;
  if (effect.kind === 'app' && all >= effect.polls) {
    return effect.refusal === undefined
      ? finishPaid(entry, effect, desk)
      : finishRefused(entry, effect.refusal, desk);
  }
  // The page counts what it asks by itself; it does not know when the sandbox's time is moved on.
  const hasGivenUp = polls.skipped > 0 && all >= desk.clocks.polls;
  return hasGivenUp ? outcomes.timeoutOutcome(entry) : undefined;
}

function finishPaid(entry: CheckoutEntry, effect: CardEffect, desk: PaymentDesk): outcomes.Outcome {
  confirmPayment(entry, effect, desk);
  return outcomes.paidOutcome(entry, effect);
}

function finishRefused(entry: CheckoutEntry, retMsg: string, desk: PaymentDesk): outcomes.Outcome {
  markFailed(entry, desk);
  return outcomes.refusedOutcome(entry, retMsg);
}

function waiting(entry: CheckoutEntry, { pollIntervalMs, polls, callbackDelayMs }: SandboxClocks): Waiting {
  const timeout = { ...outcomes.timeoutOutcome(entry), delayMs: callbackDelayMs };
  return { state: 'waiting', intervalMs: pollIntervalMs, polls, timeout };
}
