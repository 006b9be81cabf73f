import type { Report } from '../gateway/report';
import type { Refund } from '../order';
import type { Change, NewEvent, StoredOrder } from '../stores/store';
import { changeOf, noAbsence } from './nextOrder';
import { absencesNeeded, absentMs } from './schedule';

/**
 * Applies a report about a refund or void to its order. A refund that the shop did not ask for here is recorded when it
 * has succeeded.
 */
export function applyRefundReport(order: StoredOrder, report: Report, now: number): Change {
  const refund = order.refunds.find(({ mchRefundNo }) => mchRefundNo === report.mchOrderNo);
  if (!refund) return applyForeignRefund(order, report, now);
  if (report.amount !== undefined && report.amount !== refund.amount) return changeOf(order, {}, now);
  if (report.status === 'paid' && refund.state !== 'succeeded') return endRefund(order, refund, now);
  if (report.status === 'failed' && refund.state === 'pending') {
    return endRefund(order, refund, now, 'The gateway says that it failed.');
  }
  const isAnswered = refund.absentSince === undefined;
  return changeOf(order, isAnswered ? {} : { refunds: [{ ...refund, ...noAbsence }] }, now);
}

/** Ends a refund: as succeeded, or as failed with a reason. */
export function endRefund(order: StoredOrder, refund: Refund, now: number, failure?: string): Change {
  // If it was called failed before, another refund may have taken its key. Then the money went back twice, and the shop
  // is told of both.
  const isKeyTaken = order.refunds.some(
    (other) =>
      other.mchRefundNo !== refund.mchRefundNo && other.key === refund.key && other.state !== 'failed',
  );
  const settled: Refund = {
    ...refund,
    key: isKeyTaken ? undefined : refund.key,
    state: failure === undefined ? 'succeeded' : 'failed',
    reason: failure,
    settledAt: now,
  };
  const events = [failure === undefined ? succeeded(order, settled) : failed(settled)];
  return changeOf(order, { refunds: [settled], events }, now);
}

/**
 * Applies "no such order" to a refund. The refund has failed once the gateway has said so again and again over an hour.
 */
export function applyRefundAbsence(order: StoredOrder, refund: Refund, now: number): Change {
  if (refund.state !== 'pending') return changeOf(order, {}, now);
  const absentSince = refund.absentSince ?? now;
  const absences = (refund.absences ?? 0) + 1;
  if (absences >= absencesNeeded && now - absentSince >= absentMs) {
    return endRefund(order, refund, now, 'The call never reached the gateway.');
  }
  return changeOf(order, { refunds: [{ ...refund, absentSince, absences }] }, now);
}

/** A surplus has an event kind of its own, because the shop must not take the goods back for it. */
function succeeded(order: StoredOrder, { payOrderId, mchRefundNo }: Refund): NewEvent {
  const payment = order.payments.find((one) => one.payOrderId === payOrderId);
  return { kind: payment?.surplus ? 'surplus_refunded' : 'refunded', payOrderId, mchRefundNo };
}

function failed({ payOrderId, mchRefundNo }: Refund): NewEvent {
  return { kind: 'refund_failed', payOrderId, mchRefundNo };
}

function applyForeignRefund(order: StoredOrder, report: Report, now: number): Change {
  const { originalOrderId, amount, mchOrderNo: mchRefundNo } = report;
  const payment = order.payments.find(({ payOrderId }) => payOrderId === originalOrderId);
  if (!payment || amount === undefined || report.status !== 'paid') return changeOf(order, {}, now);
  const { payOrderId } = payment;
  const refund: Refund = {
    mchRefundNo,
    payOrderId,
    kind: 'refund',
    amount,
    state: 'succeeded',
    createdAt: now,
    settledAt: now,
  };
  return changeOf(order, { refunds: [refund], events: [succeeded(order, refund)] }, now);
}
