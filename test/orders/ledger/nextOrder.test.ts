import { describe, expect, it } from 'vitest';
import { changeOf, type OrderStep } from '../../../src/orders/ledger/nextOrder';
import type { StoredOrder } from '../../../src/orders/stores/store';
import {
  chargeOrder,
  day,
  formOrder,
  minute,
  paidOrder,
  payment,
  pendingRefund,
  second,
  start,
} from './storedOrders';

const now = start + 5 * minute;
const succeeded = { ...pendingRefund, state: 'succeeded' as const, settledAt: now };
const otherAmount = { ...payment, payOrderId: 'P0', amount: 100, surplus: 'amount_differs' as const };
const backTo = (payOrderId: string, amount: number) => ({ ...succeeded, payOrderId, amount });

describe('a step of an order', () => {
  it('without evidence moves only the time of the next question', () => {
    const before = formOrder({ asks: 2, absences: 1 });
    const change = changeOf(before, {}, now);
    expect(change).toEqual({
      order: { ...before, nextAskAt: now + 2 * minute },
      payments: [],
      refunds: [],
      events: [],
      at: now,
    });
  });

  it('passes on its payments, refunds and events', () => {
    const events = [{ kind: 'paid' as const, payOrderId: 'P1' }];
    const step = { payments: [payment], refunds: [pendingRefund], events };
    expect(changeOf(formOrder(), step, now)).toMatchObject(step);
  });

  it('replaces the refund of the same number, and keeps the others', () => {
    const other = { ...pendingRefund, mchRefundNo: 'R0', amount: 1 };
    const changed = { ...pendingRefund, absences: 1 };
    const { order, refunds } = changeOf(
      paidOrder({ refunds: [pendingRefund, other] }),
      { refunds: [changed] },
      now,
    );
    expect(order.refunds).toEqual([other, changed]);
    expect(refunds).toEqual([changed]);
  });

  it('that moves the state counts questions and absences anew', () => {
    const before = formOrder({ asks: 7, absences: 3, absentSince: start });
    const { order } = changeOf(before, { order: { state: 'failed' } }, now);
    expect(order).toMatchObject({ asks: 0, absences: 0, settledAt: now });
    expect(order.absentSince).toBeUndefined();
  });

  it('that does not move the state goes on counting', () => {
    const before = chargeOrder({
      state: 'failed',
      asks: 7,
      absences: 3,
      absentSince: start,
      settledAt: start,
    });
    const { order } = changeOf(before, {}, now);
    expect(order).toMatchObject({ asks: 7, absences: 3, absentSince: start, settledAt: start });
  });

  it('keeps the form of an open order, and drops that of a decided one', () => {
    expect(changeOf(formOrder(), {}, now).order).toMatchObject({
      secureId: 'secure-1',
      redirectUrl: 'https://pay.example/1',
    });
    const { order } = changeOf(formOrder(), { order: { state: 'failed' } }, now);
    expect(order.secureId).toBeUndefined();
    expect(order.redirectUrl).toBeUndefined();
  });

  it('sets the next question by the new state and the new count', () => {
    const asked = changeOf(chargeOrder({ asks: 3 }), { order: { asks: 0 } }, now);
    expect(asked.order.nextAskAt).toBe(now + 30 * second);
    const paid = changeOf(chargeOrder({ nextAskAt: now }), { payments: [payment] }, now);
    expect(paid.order).toMatchObject({ state: 'paid', nextAskAt: undefined });
  });
});

describe('the state of an order by its money', () => {
  const stateOf = (before: StoredOrder, step: OrderStep = {}) => changeOf(before, step, now).order.state;

  it.each([
    [1, 'partly_refunded'],
    [2433, 'partly_refunded'],
    [2434, 'refunded'],
    [2435, 'refunded'],
  ])('when %i of 2434 cents went back is %s', (amount, state) => {
    expect(stateOf(paidOrder(), { refunds: [backTo('P1', amount)] })).toBe(state);
  });

  it('is refunded when the parts that went back make up the whole', () => {
    const before = paidOrder({ state: 'partly_refunded', refunds: [backTo('P1', 2000)] });
    expect(stateOf(before, { refunds: [{ ...backTo('P1', 434), mchRefundNo: 'R2' }] })).toBe('refunded');
  });

  it.each(['pending', 'failed'] as const)('is still paid while a refund is %s', (state) => {
    expect(stateOf(paidOrder(), { refunds: [{ ...pendingRefund, state }] })).toBe('paid');
  });

  it('is still paid when the money of a second payment went back', () => {
    const other = { ...payment, payOrderId: 'P2', surplus: 'paid_before' as const };
    expect(stateOf(paidOrder({ payments: [other, payment] }), { refunds: [backTo('P2', 2434)] })).toBe(
      'paid',
    );
  });

  it('is what it was when no money came in', () => {
    expect(stateOf(formOrder())).toBe('open');
    expect(stateOf(formOrder({ state: 'expired' }))).toBe('expired');
  });

  it.each(['open', 'failed'] as const)('stays %s until all money of another amount went back', (state) => {
    const other = { ...otherAmount, payOrderId: 'P2' };
    const before = formOrder({ state, reason: 'declined', payments: [otherAmount, other] });
    const { order } = changeOf(before, { refunds: [backTo('P0', 100)] }, now);
    expect(order).toMatchObject({ state, holdsKey: true, reason: 'declined' });
    const last = changeOf(order, { refunds: [{ ...backTo('P2', 100), mchRefundNo: 'R2' }] }, now);
    expect(last.order).toMatchObject({ state: 'refunded', holdsKey: false });
    expect(last.order.reason).toBeUndefined();
  });

  it('as refunded does not free the key of an order that was paid', () => {
    const { order } = changeOf(paidOrder({ reason: 'declined' }), { refunds: [backTo('P1', 2434)] }, now);
    expect(order).toMatchObject({ state: 'refunded', holdsKey: true, reason: 'declined' });
  });
});

describe('an order that a person has to look at', () => {
  const needsAttention = (before: StoredOrder, at: number) => changeOf(before, {}, at).order.attention;

  it('has been open for a week', () => {
    expect(needsAttention(formOrder(), start + 7 * day - 1)).toBe(false);
    expect(needsAttention(formOrder(), start + 7 * day)).toBe(true);
  });

  it('has a refund that has been pending for a week', () => {
    const before = paidOrder({ refunds: [{ ...pendingRefund, createdAt: start }] });
    expect(needsAttention(before, start + 7 * day - 1)).toBe(false);
    expect(needsAttention(before, start + 7 * day)).toBe(true);
  });

  it.each([
    ['younger than a week', { ...pendingRefund, createdAt: start + 8 * day }],
    ['older, but has failed', { ...pendingRefund, state: 'failed' as const }],
    ['older, but has succeeded', { ...pendingRefund, state: 'succeeded' as const }],
  ])('is not one whose refund is %s', (_, refund) => {
    expect(needsAttention(paidOrder({ refunds: [refund] }), start + 9 * day)).toBe(false);
  });

  it('is found among several refunds by the one that is stuck', () => {
    const young = { ...pendingRefund, mchRefundNo: 'R2', createdAt: start + 8 * day };
    expect(needsAttention(paidOrder({ refunds: [pendingRefund, young] }), start + 9 * day)).toBe(true);
  });

  it.each(['failed', 'expired'] as const)('is not an old one that has %s', (state) => {
    expect(needsAttention(formOrder({ state, attention: true }), start + 9 * day)).toBe(false);
  });

  it('has a surplus, until all of it went back', () => {
    const before = paidOrder({ payments: [payment, otherAmount] });
    expect(needsAttention(before, now)).toBe(true);
    expect(needsAttention({ ...before, refunds: [backTo('P0', 99)] }, now)).toBe(true);
    expect(needsAttention({ ...before, refunds: [backTo('P0', 100)] }, now)).toBe(false);
  });
});
