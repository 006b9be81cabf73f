import { redirectUrlOf } from '../../contract/urls';
import type { CardPageResult } from '../browser/pageData';
import type { CheckoutEntry } from '../orders/ledger';
import type { CardEffect } from '../cards/cardEffect';
import { bareFailEvents, failEvents, successEvents, systemError } from './sdkEvents';

/** How a session ended, before the clocks have said by how much the shop learns of it later. */
export type Outcome = Omit<CardPageResult, 'delayMs'>;

function redirectUrlFor({ order, returnUrl }: CheckoutEntry, retMsg?: string): string {
  return redirectUrlOf(returnUrl, {
    retCode: retMsg === undefined ? 'SUCCESS' : 'FAIL',
    ...(retMsg !== undefined && { retMsg }),
    status: order.status,
    mchOrderNo: order.mchOrderNo,
  });
}

export function paidOutcome(entry: CheckoutEntry, effect: CardEffect): Outcome {
  const redirectUrl = redirectUrlFor(entry);
  return {
    state: 'finished',
    tone: 'success',
    title: 'Payment successful',
    message: 'Thank you. Your payment has gone through.',
    events: successEvents({ ...entry.order, redirectUrl }, effect),
    redirectUrl,
  };
}

/** The bank, or the customer in their app, said no. */
export function refusedOutcome(entry: CheckoutEntry, retMsg: string): Outcome {
  const redirectUrl = redirectUrlFor(entry, retMsg);
  return {
    state: 'finished',
    tone: 'failed',
    title: 'Payment declined',
    message: `${retMsg}. You were not charged.`,
    events: failEvents(retMsg, { ...entry.order, redirectUrl }),
    redirectUrl,
  };
}

export function brokenOutcome(entry: CheckoutEntry): Outcome {
  return {
    state: 'finished',
    tone: 'failed',
    title: 'Something went wrong',
    message: 'The payment system had a problem. You were not charged.',
    events: bareFailEvents(systemError),
    redirectUrl: redirectUrlFor(entry, systemError),
  };
}

/** The gateway took the payment and does not know its outcome yet. */
export function pendingOutcome(entry: CheckoutEntry): Outcome {
  const redirectUrl = redirectUrlFor(entry);
  return confirming(successEvents({ ...entry.order, redirectUrl }), redirectUrl);
}

/** The SDK asked as often as it does and gives up: it may have been paid or not (docs/gateway-contract.md, section 1). */
export function timeoutOutcome(entry: CheckoutEntry): Outcome {
  return confirming(bareFailEvents('Timeout'), redirectUrlFor(entry));
}

function confirming(events: unknown[], redirectUrl: string): Outcome {
  return {
    state: 'finished',
    tone: 'unknown',
    title: 'Confirming your payment',
    message: 'This can take a moment. Please don’t pay again: the shop will tell you how it ended.',
    events,
    redirectUrl,
  };
}
