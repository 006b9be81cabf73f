import { readOrderStatus } from '../../contract/order';
import { traceOf } from '../cards/cardTrace';
import { findTestCard } from '../cards/testCards';
import { chargePayment } from '../checkout/chargePayment';
import { chargeDirectly } from '../checkout/chargeDirectly';
import { confirmPayment, keepSilent } from '../checkout/confirmPayment';
import { forcedEffects } from '../checkout/forcedEffect';
import type { ForceCommand } from '../consoleApi/commands';
import type { Gateway } from '../gateway';
import type { CheckoutEntry, LedgerEntry } from '../orders/ledger';
import { markFailed, markUndecided } from '../orders/orderStates';
import { Refusal } from '../refusal';
import { refuse } from './refuse';

/** The card that a payment is made with when no customer has shown one. */
const usualCards = { PF_CC: '4242424242424242', UPI_EX: '6200000000000005' };

function traceFor({ order }: LedgerEntry) {
  const card = findTestCard(order.channel === 'UPI_EX' ? usualCards.UPI_EX : usualCards.PF_CC);
  return { ...traceOf(card?.number ?? ''), expiryDate: '1234' };
}

/** An order that was charged already comes to its end; nothing is charged a second time. */
function decideNow(entry: LedgerEntry, outcome: ForceCommand['outcome'], gateway: Gateway): void {
  if (outcome === 'paid') confirmPayment(entry, { kind: 'paid', status: 2 }, gateway);
  else if (outcome === 'declined') markFailed(entry, gateway);
  else if (outcome === 'undecided') markUndecided(entry, gateway);
  else keepSilent(entry, 2, gateway, 0);
}

/** Pays an order, or fails it, as if the customer had just tried a card somewhere else. */
function chargeNow(entry: LedgerEntry, outcome: ForceCommand['outcome'], gateway: Gateway): void {
  const { sessions, clocks } = gateway;
  const scenario = forcedEffects[outcome];
  if (!scenario) return;
  delete entry.forced;
  const session = sessions.ofOrder(entry.order.mchOrderNo);
  if (!session) {
    try {
      chargeDirectly(entry, traceFor(entry), scenario, gateway);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    return;
  }
  const result = chargePayment(entry as CheckoutEntry, traceFor(entry), scenario, gateway);
  const answer = result.state === 'finished' ? { ...result, delayMs: clocks.callbackDelayMs } : result;
  sessions.finish(session, answer);
}

/**
 * Forces what an open order comes to.
 *
 * @throws IotPayError `conflict` for an order that is paid or has failed, and for a card page that there is none of.
 */
export function forceOutcome(
  entry: LedgerEntry,
  { outcome, when = 'next' }: ForceCommand,
  gateway: Gateway,
): void {
  const { ledger, sessions } = gateway;
  const { order, charges } = entry;
  if (outcome === 'noSuchOrder') {
    ledger.change(entry, 'forced', () => (entry.forced = outcome));
    return;
  }
  const status = readOrderStatus(order);
  if (status === 'paid' || status === 'refunded' || status === 'failed') {
    throw refuse('conflict', `mchOrderNo: the order is ${status}, so nothing more can come of it`);
  }
  if (outcome === 'expired') {
    const session = sessions.ofOrder(order.mchOrderNo);
    if (!session) throw refuse('conflict', 'mchOrderNo: the order has no card page that could expire');
    session.isExpired = true;
    sessions.changed(session);
    ledger.change(entry, 'expired', () => undefined);
    return;
  }
  if (when === 'next') {
    if (charges > 0) {
      throw refuse('conflict', 'mchOrderNo: a card was tried already; give "when": "now" to decide it');
    }
    ledger.change(entry, 'forced', () => (entry.forced = outcome));
  } else if (charges > 0) decideNow(entry, outcome, gateway);
  else chargeNow(entry, outcome, gateway);
}

/** Takes a forced outcome back. */
export function unforce(entry: LedgerEntry, { ledger }: Gateway): void {
  if (!entry.forced) return;
  ledger.change(entry, 'unforced', () => delete entry.forced);
}
