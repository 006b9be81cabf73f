import type { Change, NewEvent, StoredOrder } from '../stores/store';
import { isUntouched, type Report } from '../gateway/report';
import { isPaid, type Payment } from '../order';
import { changeOf, noAbsence } from './nextOrder';
import { decidingMs } from './schedule';

/**
 * Applies a report of the gateway to an order (docs/gateway-contract.md, "What proves what"). A report comes from a verified
 * notification or from a question, any number of times and in any order. Only proof moves the order, and only forward.
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
  return changeOf(order, { order: noAbsence }, now);
}

/** A failed payment of another amount proves nothing about this order. */
function isOfThisAmount(order: StoredOrder, { amount, currency }: Report): boolean {
  return (amount ?? order.amount) === order.amount && (currency ?? order.currency) === order.currency;
}

/**
 * Closes an order by proof, so that its key is free again. The shop is not told if another order of the key is paid.
 */
export function close(
  order: StoredOrder,
  state: 'failed' | 'expired',
  reason: StoredOrder['reason'],
  now: number,
): Change {
  // A shop that hears of the failure would ask the customer to pay again for goods that are paid.
  const events = order.keyPaidBy === undefined ? [{ kind: state }] : [];
  return changeOf(order, { order: { state, reason, holdsKey: false }, events }, now);
}

/** If money of another amount came in for an open order, a person has to decide about it. */
export function isUndecided(order: StoredOrder): boolean {
  return order.state === 'open' && order.payments.length === 0;
}

/** The hour of a form and its time to be decided are over. Charges have no hour. */
export function canNoLongerBePaid(order: StoredOrder, now: number): boolean {
  return order.payableUntil !== undefined && now >= order.payableUntil + decidingMs;
}

function applyPayment(order: StoredOrder, report: Report, now: number): Change {
  const isKnown = order.payments.some(({ payOrderId }) => payOrderId === report.payOrderId);
  // A report without an amount proves no amount.
  if (isKnown || report.amount === undefined || report.currency === undefined) {
    return changeOf(order, { order: noAbsence }, now);
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
