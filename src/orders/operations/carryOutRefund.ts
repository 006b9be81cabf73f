import { createOrderNo } from 'react-iotpay/server';
import { ask, type Sent, sendMoneyCall } from '../gateway/answer';
import { applyRefundReport, endRefund } from '../ledger/applyRefund';
import { changeOf } from '../ledger/nextOrder';
import { type Refund, refundOf, returnedOf } from '../order';
import { askAbout } from '../settling/askAbout';
import type { StoredOrder } from '../stores/store';
import type { Desk } from './desk';

/**
 * Sends a stored refund, once, and reads the result. If the answer is lost, the refund stays pending, and the gateway
 * is asked about its number.
 */
export async function carryOutRefund(desk: Desk, order: StoredOrder, mine: Refund): Promise<Refund> {
  const { mchRefundNo, payOrderId, amount, kind } = mine;
  const notifyUrl = `${desk.url}/notify`;
  const sent = await sendMoneyCall(() =>
    kind === 'void'
      ? desk.iotpay.voidPayment({ mchRefundNo, payOrderId, notifyUrl })
      : desk.iotpay.refund({ mchRefundNo, payOrderId, notifyUrl, refundAmount: amount }),
  );
  return readSent(desk, order, mine, sent);
}

async function readSent(desk: Desk, order: StoredOrder, mine: Refund, sent: Sent): Promise<Refund> {
  const { mchOrderNo } = order;
  const after = (moved: StoredOrder) => refundOf(moved, mine.mchRefundNo) ?? mine;
  switch (sent.kind) {
    case 'report':
      return after(await desk.move(mchOrderNo, (before, now) => applyRefundReport(before, sent.report, now)));
    case 'not_sent':
      return after(await fail(desk, mchOrderNo, mine, 'The gateway could not be reached: nothing was sent.'));
    case 'lost':
      return after((await askAbout(desk, order, false)).order);
    case 'refused':
      return readRefusal(desk, mchOrderNo, mine, sent.retMsg);
  }
}

/** Ends a refund that surely gave nothing back, unless it has ended already. */
function fail(desk: Desk, mchOrderNo: string, mine: Refund, reason: string): Promise<StoredOrder> {
  return desk.move(mchOrderNo, (before, now) => {
    const current = refundOf(before, mine.mchRefundNo);
    return current?.state === 'pending' ? endRefund(before, current, now, reason) : undefined;
  });
}

/**
 * Asks the gateway after a FAIL, because a FAIL proves nothing by itself. The refund took no money if the gateway has
 * no such refund, and still calls all the money refundable that the shop has not got back. The refund can't be on its
 * way any more, because its call has been answered.
 */
async function readRefusal(
  desk: Desk,
  mchOrderNo: string,
  mine: Refund,
  retMsg: string | undefined,
): Promise<Refund> {
  const { mchRefundNo, payOrderId } = mine;
  const answer = await ask(desk.iotpay, { mchOrderNo: mchRefundNo });
  if (answer.kind === 'report') {
    const moved = await desk.move(mchOrderNo, (before, now) => applyRefundReport(before, answer.report, now));
    return refundOf(moved, mchRefundNo) ?? mine;
  }
  const order = await desk.read(mchOrderNo);
  const payment = order.payments.find((one) => one.payOrderId === payOrderId);
  const there = await ask(desk.iotpay, { payOrderId });
  const refundable = there.kind === 'report' ? there.report.refundable : undefined;
  const untouched = payment && payment.amount - returnedOf(order, payOrderId);
  if (answer.kind === 'nothing' || refundable === undefined || refundable !== untouched) return mine;

  const reason = `The gateway says: ${retMsg ?? 'no'}`;
  if (mine.kind === 'void') return refundInstead(desk, mchOrderNo, mine, reason);
  return refundOf(await fail(desk, mchOrderNo, mine, reason), mchRefundNo) ?? mine;
}

/**
 * Refunds a payment that can no longer be voided. It is one step, so that no other refund takes the cents in between.
 */
async function refundInstead(
  desk: Desk,
  mchOrderNo: string,
  { mchRefundNo, ...asVoid }: Refund,
  reason: string,
): Promise<Refund> {
  const next: Refund = { ...asVoid, kind: 'refund', mchRefundNo: createOrderNo() };
  const stored = await desk.move(mchOrderNo, (before, now) => {
    const current = refundOf(before, mchRefundNo);
    if (current?.state !== 'pending') return undefined;
    const ended: Refund = { ...current, state: 'failed', reason, settledAt: now };
    return changeOf(before, { refunds: [ended, { ...next, createdAt: now }] }, now);
  });
  const opened = refundOf(stored, next.mchRefundNo);
  if (opened) return carryOutRefund(desk, stored, opened);
  return refundOf(stored, mchRefundNo) ?? next;
}
