import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/orders/gateway/report';
import { applyRefundAbsence, applyRefundReport, endRefund } from '../../../src/orders/ledger/applyRefund';
import type { Refund } from '../../../src/orders/order';
import type { StoredOrder } from '../../../src/orders/stores/store';
import {
  formOrder,
  hour,
  minute,
  paidOrder,
  payment,
  pendingRefund,
  refundReport,
  start,
} from './storedOrders';

const now = start + 3 * minute;
const orderWith = (...refunds: Refund[]) => paidOrder({ refunds });
const succeeded: Refund = { ...pendingRefund, state: 'succeeded', settledAt: start + 2 * minute };
const failed: Refund = { ...pendingRefund, state: 'failed', reason: 'no', settledAt: start + 2 * minute };
const refundedR1 = { kind: 'refunded', payOrderId: 'P1', mchRefundNo: 'R1' };

function expectNothing(order: StoredOrder, of: Report) {
  const change = applyRefundReport(order, of, now);
  expect(change).toMatchObject({ payments: [], refunds: [], events: [] });
  expect(change.order).toMatchObject({ state: order.state, refunds: order.refunds });
}

describe('a report of a refund that succeeded', () => {
  it('ends the pending refund of the whole payment, and the order is refunded', () => {
    const { order, refunds, events } = applyRefundReport(orderWith(pendingRefund), refundReport(), now);
    expect(refunds).toEqual([{ ...pendingRefund, state: 'succeeded', reason: undefined, settledAt: now }]);
    expect(order).toMatchObject({ state: 'refunded', refunds, settledAt: now, holdsKey: true });
    expect(events).toEqual([refundedR1]);
  });

  it('ends the refund that it names, and no other', () => {
    const other = { ...pendingRefund, mchRefundNo: 'R0', key: 'return-0', amount: 100 };
    const named = { ...pendingRefund, amount: 100 };
    const { order, refunds, events } = applyRefundReport(
      orderWith(other, named),
      refundReport({ amount: 100 }),
      now,
    );
    expect(refunds).toEqual([{ ...named, state: 'succeeded', reason: undefined, settledAt: now }]);
    expect(order.refunds).toEqual([other, ...refunds]);
    expect(order.state).toBe('partly_refunded');
    expect(events).toEqual([refundedR1]);
  });

  it('ends it without naming an amount', () => {
    const { order } = applyRefundReport(orderWith(pendingRefund), refundReport({ amount: undefined }), now);
    expect(order.state).toBe('refunded');
  });

  it('counts although the refund was called failed before, and its reason goes', () => {
    const { order, refunds, events } = applyRefundReport(orderWith(failed), refundReport(), now);
    expect(refunds).toEqual([{ ...pendingRefund, state: 'succeeded', reason: undefined, settledAt: now }]);
    expect(order.state).toBe('refunded');
    expect(events).toEqual([refundedR1]);
  });

  it('counts once, however often it comes', () => {
    expectNothing({ ...orderWith(succeeded), state: 'refunded' }, refundReport());
  });

  it('proves nothing about a refund of another amount', () => {
    expectNothing(orderWith(pendingRefund), refundReport({ amount: 2433 }));
  });

  it('of a surplus is no reason to take the goods back', () => {
    const payments = [payment, { ...payment, payOrderId: 'P2', surplus: 'paid_before' as const }];
    const order = paidOrder({ payments, attention: true, refunds: [{ ...pendingRefund, payOrderId: 'P2' }] });
    const change = applyRefundReport(order, refundReport({ originalOrderId: 'P2' }), now);
    expect(change.order).toMatchObject({ state: 'paid', attention: false });
    expect(change.events).toEqual([{ kind: 'surplus_refunded', payOrderId: 'P2', mchRefundNo: 'R1' }]);
  });
});

describe('a report of a refund that failed', () => {
  const said = refundReport({ status: 'failed' });

  it('ends a pending refund as failed, with a reason, and the order stays paid', () => {
    const { order, refunds, events } = applyRefundReport(orderWith(pendingRefund), said, now);
    expect(refunds).toEqual([
      {
        ...pendingRefund,
        state: 'failed',
        reason: expect.stringMatching(/gateway .*failed/) as string,
        settledAt: now,
      },
    ]);
    expect(order).toMatchObject({ state: 'paid', refunds });
    expect(events).toEqual([{ kind: 'refund_failed', payOrderId: 'P1', mchRefundNo: 'R1' }]);
  });

  it.each([
    ['succeeded', { ...orderWith(succeeded), state: 'refunded' as const }],
    ['failed before', orderWith(failed)],
  ])('does not move a refund that has %s', (_, order) => {
    expectNothing(order, said);
  });

  it('proves nothing about a refund of another amount', () => {
    expectNothing(orderWith(pendingRefund), { ...said, amount: 2433 });
  });
});

describe.each(['pending', 'unknown'] as const)('a report of a refund that is %s', (status) => {
  it('shows that the gateway knows the refund', () => {
    const absent = { ...pendingRefund, absentSince: start, absences: 3 };
    const { order, refunds, events } = applyRefundReport(orderWith(absent), refundReport({ status }), now);
    expect(refunds).toEqual([{ ...pendingRefund, absentSince: undefined, absences: 0 }]);
    expect(order).toMatchObject({ state: 'paid', refunds });
    expect(events).toEqual([]);
  });

  it('changes nothing if the gateway has always known it', () => {
    expectNothing(orderWith(pendingRefund), refundReport({ status }));
  });
});

describe('the key of a refund that succeeded after it was called failed', () => {
  const keyAfter = (...others: Refund[]) =>
    applyRefundReport(orderWith(failed, ...others), refundReport(), now).refunds[0]?.key;

  it.each(['pending', 'succeeded'] as const)('stays with another refund that took it and is %s', (state) => {
    const taker = { ...pendingRefund, mchRefundNo: 'R2', state };
    const { refunds, events } = applyRefundReport(orderWith(failed, taker), refundReport(), now);
    expect(refunds).toMatchObject([{ mchRefundNo: 'R1', state: 'succeeded' }]);
    expect(refunds[0]?.key).toBeUndefined();
    expect(events).toEqual([refundedR1]);
  });

  it('remains its own if the refund that took it has failed as well', () => {
    expect(keyAfter({ ...failed, mchRefundNo: 'R2' })).toBe('return-1');
  });

  it('remains its own beside refunds of other keys', () => {
    expect(keyAfter({ ...pendingRefund, mchRefundNo: 'R2', key: 'return-2' })).toBe('return-1');
  });
});

describe('the end of a refund', () => {
  it('as failed keeps the reason that is given', () => {
    const { refunds, events } = endRefund(orderWith(pendingRefund), pendingRefund, now, 'Too late.');
    expect(refunds).toEqual([{ ...pendingRefund, state: 'failed', reason: 'Too late.', settledAt: now }]);
    expect(events).toEqual([{ kind: 'refund_failed', payOrderId: 'P1', mchRefundNo: 'R1' }]);
  });

  it('of money of another amount frees the key of the order, once all of it went back', () => {
    const surplus = { ...payment, amount: 1, surplus: 'amount_differs' as const };
    const refund = { ...pendingRefund, amount: 1 };
    const open = formOrder({ payments: [surplus], refunds: [refund], attention: true });
    const { order, events } = endRefund(open, refund, now);
    expect(order).toMatchObject({ state: 'refunded', holdsKey: false, attention: false });
    expect(events).toEqual([{ kind: 'surplus_refunded', payOrderId: 'P1', mchRefundNo: 'R1' }]);
  });
});

describe('“no such order” about a refund', () => {
  const saidThrice = { absentSince: start, absences: 3 };
  const apply = (refund: Refund, at: number) => applyRefundAbsence(orderWith(refund), refund, at);

  it('is counted from the first time that the gateway says so', () => {
    const { order, refunds, events } = apply(pendingRefund, now);
    expect(refunds).toEqual([{ ...pendingRefund, absentSince: now, absences: 1 }]);
    expect(order.refunds).toEqual(refunds);
    expect(events).toEqual([]);
  });

  it('proves that the refund failed, when it is said for the fourth time and an hour has passed', () => {
    const { order, refunds, events } = apply({ ...pendingRefund, ...saidThrice }, start + hour);
    expect(refunds).toMatchObject([
      { state: 'failed', reason: expect.stringMatching(/never reached/) as string, settledAt: start + hour },
    ]);
    expect(order.state).toBe('paid');
    expect(events).toEqual([{ kind: 'refund_failed', payOrderId: 'P1', mchRefundNo: 'R1' }]);
  });

  it.each([
    ['one millisecond before an hour has passed', saidThrice, start + hour - 1],
    ['when it is said for the third time', { absentSince: start, absences: 2 }, start + hour],
  ])('proves nothing %s', (_, said, at) => {
    const { refunds, events } = apply({ ...pendingRefund, ...said }, at);
    expect(refunds).toEqual([{ ...pendingRefund, absentSince: start, absences: said.absences + 1 }]);
    expect(events).toEqual([]);
  });

  it.each([succeeded, failed])('does not move a refund that has $state', (refund) => {
    const change = apply({ ...refund, ...saidThrice }, start + hour);
    expect(change).toMatchObject({ refunds: [], events: [] });
    expect(change.order.refunds).toEqual([{ ...refund, ...saidThrice }]);
  });
});

describe('a report of a refund that the shop did not ask for', () => {
  it('is recorded when it has succeeded', () => {
    const { order, refunds, events } = applyRefundReport(paidOrder(), refundReport({ amount: 34 }), now);
    expect(refunds).toEqual([
      {
        mchRefundNo: 'R1',
        payOrderId: 'P1',
        kind: 'refund',
        amount: 34,
        state: 'succeeded',
        createdAt: now,
        settledAt: now,
      },
    ]);
    expect(order).toMatchObject({ state: 'partly_refunded', refunds });
    expect(events).toEqual([refundedR1]);
  });

  it('belongs to the payment that it names', () => {
    const payments = [payment, { ...payment, payOrderId: 'P2', surplus: 'paid_before' as const }];
    const change = applyRefundReport(paidOrder({ payments }), refundReport({ originalOrderId: 'P2' }), now);
    expect(change.order.state).toBe('paid');
    expect(change.events).toEqual([{ kind: 'surplus_refunded', payOrderId: 'P2', mchRefundNo: 'R1' }]);
  });

  it.each([
    ['it names a payment of another order', { originalOrderId: 'P9' }],
    ['it names no payment', { originalOrderId: undefined }],
    ['it names no amount', { amount: undefined }],
    ['it has failed', { status: 'failed' as const }],
    ['it is pending', { status: 'pending' as const }],
  ])('changes nothing if %s', (_, changes) => {
    expectNothing(paidOrder(), refundReport(changes));
  });
});
