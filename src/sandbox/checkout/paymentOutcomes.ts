import type { Settled } from '../browser/pageData';
import type { LedgerEntry } from '../ledger';
import type { SandboxScenario } from '../scenarios';
import { bareFailEvents, failEvents, redirectUrlOf, successEvents, systemError } from './sdkEvents';

/** How a session ended, before the clocks have said by how much the shop learns of it later. */
export type Outcome = Omit<Settled, 'delayMs'>;

function redirectUrlFor({ order, returnUrl }: LedgerEntry, retMsg?: string): string {
  return redirectUrlOf(returnUrl, {
    retCode: retMsg === undefined ? 'SUCCESS' : 'FAIL',
    ...(retMsg !== undefined && { retMsg }),
    status: order.status,
    mchOrderNo: order.mchOrderNo,
  });
}

export function paidOutcome(entry: LedgerEntry, scenario: SandboxScenario): Outcome {
  const redirectUrl = redirectUrlFor(entry);
  return {
    state: 'settled',
    tone: 'success',
    title: 'Payment successful',
    message: 'Thank you. Your payment has gone through.',
    events: successEvents({ ...entry.order, redirectUrl }, scenario),
    redirectUrl,
  };
}

/** The bank, or the customer in their app, said no. */
export function refusedOutcome(entry: LedgerEntry, retMsg: string): Outcome {
  const redirectUrl = redirectUrlFor(entry, retMsg);
  return {
    state: 'settled',
    tone: 'failed',
    title: 'Payment declined',
    message: `${retMsg}. You were not charged.`,
    events: failEvents(retMsg, { ...entry.order, redirectUrl }),
    redirectUrl,
  };
}

export function brokenOutcome(entry: LedgerEntry): Outcome {
  return {
    state: 'settled',
    tone: 'failed',
    title: 'Something went wrong',
    message: 'The payment system had a problem. You were not charged.',
    events: bareFailEvents(systemError),
    redirectUrl: redirectUrlFor(entry, systemError),
  };
}

/** The gateway took the payment and doesn't know yet what becomes of it. */
export function pendingOutcome(entry: LedgerEntry): Outcome {
  const redirectUrl = redirectUrlFor(entry);
  return confirming(successEvents({ ...entry.order, redirectUrl }), redirectUrl);
}

/** The SDK asked as often as it does and gives up: it may have been paid or not (gateway contract, section 1). */
export function timeoutOutcome(entry: LedgerEntry): Outcome {
  return confirming(bareFailEvents('Timeout'), redirectUrlFor(entry));
}

function confirming(events: unknown[], redirectUrl: string): Outcome {
  return {
    state: 'settled',
    tone: 'unknown',
    title: 'Confirming your payment',
    message: 'This can take a moment. Please don’t pay again: the shop will tell you how it ended.',
    events,
    redirectUrl,
  };
}
