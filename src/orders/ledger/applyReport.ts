import type { Change, NewEvent, StoredOrder } from '../stores/store';
import { isUntouched, type Report } from '../gateway/report';
import { isPaid, type Payment } from '../order';
import { changeOf } from './nextOrder';
import { decidingMs } from './schedule';

/**
 * What a report of the gateway about an order makes of it (docs/gateway-contract.md, "What proves what"). A report comes from a verified
 * notification or from a question, any number of times and in any order: only proof moves the order, and only forward.
 */
export function applyReport(order: StoredOrder, report: Report, now: number): Change {
  if (report.isRefund || report.mchOrderNo !== order.mchOrderNo) return changeOf(order, {}, now);
  if (report.status === 'paid') return applyPayment(order, report, now);
  if (report.status === 'failed' && isUndecided(order) && isOfThisAmount(order, report)) {
    return close(order, 'failed', 'declined', now);
  }
  if (isUntouched(report) && isUndecided(order) && canNoLongerBePaid(order, now)) {
    return close(order, 'expired', 'hour_over', now);
  }
  return changeOf(order, { order: heard }, now);
}

/** What failed with another amount is not what was ordered, and proves nothing about it. */
function isOfThisAmount(order: StoredOrder, { amount, currency }: Report): boolean {
  return (amount ?? order.amount) === order.amount && (currency ?? order.currency) === order.currency;
}

/** The gateway knows the order, so whatever it said before about not knowing it no longer counts. */
const heard = { absentSince: undefined, absences: 0 };

/** Closed by proof: the key is free again. Nobody is told where another order of the key is paid. */
export function close(
  order: StoredOrder,
  state: 'failed' | 'expired',
  reason: StoredOrder['reason'],
  now: number,
): Change {
  // A shop that was told that this one failed would ask the customer to pay once more for what is paid.
  const events = order.keyPaidBy === undefined ? [{ kind: state }] : [];
  return changeOf(order, { order: { state, reason, holdsKey: false }, events }, now);
}

/** Money of another amount that came in for an open order is for a person to decide about. */
export function isUndecided(order: StoredOrder): boolean {
  return order.state === 'open' && order.payments.length === 0;
}

/** A form whose hour and whose time to be decided are over. Charges have no hour. */
export function canNoLongerBePaid(order: StoredOrder, now: number): boolean {
  return order.payableUntil !== undefined && now >= order.payableUntil + decidingMs;
}

function applyPayment(order: StoredOrder, report: Report, now: number): Change {
  const isKnown = order.payments.some(({ payOrderId }) => payOrderId === report.payOrderId);
  // Without an amount it proves no amount.
  if (isKnown || report.amount === undefined || report.currency === undefined) {
    return changeOf(order, { order: heard }, now);
  }
  const { payOrderId, amount, currency, cardNum } = report;
  const surplus = surplusReason(order, amount, currency);
  const payment: Payment = { payOrderId, amount, currency, cardNum, surplus, recordedAt: now };
  const event: NewEvent = { kind: surplus ? 'surplus' : 'paid', payOrderId };
  return changeOf(order, { order: paidBy(order, payment), payments: [payment], events: [event] }, now);
}

function surplusReason(order: StoredOrder, amount: number, currency: string): Payment['surplus'] {
  if (order.keyPaidBy !== undefined) return 'paid_before';
  return amount === order.amount && currency === order.currency ? undefined : 'amount_differs';
}

function paidBy(order: StoredOrder, { surplus }: Payment): Partial<StoredOrder> {
  if (isPaid(order) || surplus === 'amount_differs') return {};
  const late = order.state !== 'open';
  if (surplus) return { state: 'paid', late, holdsKey: false, reason: undefined };
  const holdsKey = order.holdsKey || order.keyHeldBy === undefined;
  return { state: 'paid', late, holdsKey, keyPaidBy: order.mchOrderNo, reason: undefined };
}
