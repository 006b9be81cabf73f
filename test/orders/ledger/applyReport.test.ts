import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/orders/gateway/report';
import { applyReport } from '../../../src/orders/ledger/applyReport';
import type { StoredOrder } from '../../../src/orders/stores/store';
import {
  chargeOrder,
  decided,
  formOrder,
  hour,
  minute,
  paidOrder,
  payment,
  report,
  start,
} from './storedOrders';

const now = start + 2 * minute;
const absent = { absentSince: start, absences: 2 };
const otherAmount = { ...payment, payOrderId: 'P0', amount: 1, surplus: 'amount_differs' as const };

function expectNoProof(order: StoredOrder, of: Report, at = now) {
  const change = applyReport(order, of, at);
  expect(change).toMatchObject({ payments: [], refunds: [], events: [] });
  const { state, reason, payments, holdsKey, keyPaidBy, settledAt } = order;
  expect(change.order).toMatchObject({ state, payments, holdsKey });
  expect(change.order.reason).toBe(reason);
  expect(change.order.keyPaidBy).toBe(keyPaidBy);
  expect(change.order.settledAt).toBe(settledAt);
  return expect(change.order);
}

describe('a report that belongs to something else', () => {
  it.each([
    ['a refund with the number of the order', { isRefund: true }],
    ['a payment of another order', { mchOrderNo: 'O2' }],
    ['a declined payment of another order', { mchOrderNo: 'O2', status: 'failed' as const }],
  ])('changes nothing about an order, not even how often the gateway did not know it: %s', (_, changes) => {
    expectNoProof(chargeOrder(absent), report(changes)).toMatchObject(absent);
  });
});

describe('a report of a payment', () => {
  it('pays for an open order, and for its key', () => {
    const { order, payments, events } = applyReport(formOrder(), report(), now);
    expect(order).toMatchObject({
      state: 'paid',
      late: false,
      holdsKey: true,
      keyPaidBy: 'O1',
      settledAt: now,
    });
    expect(order.attention).toBe(false);
    expect(payments).toEqual([{ ...payment, recordedAt: now }]);
    expect(order.payments).toEqual(payments);
    expect(events).toEqual([{ kind: 'paid', payOrderId: 'P1' }]);
  });

  it.each([
    ['failed', 'declined'],
    ['expired', 'hour_over'],
  ] as const)('pays late for an order that was %s', (state, reason) => {
    const closed = formOrder({
      state,
      reason,
      holdsKey: false,
      keyHeldBy: undefined,
      settledAt: start + minute,
    });
    const { order, events } = applyReport(closed, report(), now);
    expect(order).toMatchObject({
      state: 'paid',
      late: true,
      holdsKey: true,
      keyPaidBy: 'O1',
      settledAt: now,
    });
    expect(order.reason).toBeUndefined();
    expect(events).toEqual([{ kind: 'paid', payOrderId: 'P1' }]);
  });

  it('pays for the key, but does not take it from another open order that holds it', () => {
    const closed = formOrder({ state: 'failed', holdsKey: false, keyHeldBy: 'O2' });
    const { order } = applyReport(closed, report(), now);
    expect(order).toMatchObject({ state: 'paid', holdsKey: false, keyPaidBy: 'O1' });
  });

  it('is a surplus if another order has paid for the key before', () => {
    const { order, payments, events } = applyReport(formOrder({ keyPaidBy: 'O2' }), report(), now);
    expect(payments).toEqual([{ ...payment, surplus: 'paid_before', recordedAt: now }]);
    expect(order).toMatchObject({ state: 'paid', late: false, holdsKey: false, keyPaidBy: 'O2' });
    expect(order.attention).toBe(true);
    expect(events).toEqual([{ kind: 'surplus', payOrderId: 'P1' }]);
  });

  it('is a late surplus, without the reason of the closing, if the order was closed and another has paid', () => {
    const closed = formOrder({ state: 'failed', reason: 'declined', holdsKey: false, keyPaidBy: 'O2' });
    const { order } = applyReport(closed, report(), now);
    expect(order).toMatchObject({ state: 'paid', late: true, holdsKey: false });
    expect(order.reason).toBeUndefined();
  });

  it.each([
    ['fewer cents', { amount: 2433 }],
    ['more cents', { amount: 2435 }],
    ['another currency', { currency: 'USD' }],
  ])('is a surplus and leaves the order open, if it has %s', (_, changes) => {
    const { order, payments, events } = applyReport(formOrder(), report(changes), now);
    expect(payments).toEqual([{ ...payment, ...changes, surplus: 'amount_differs', recordedAt: now }]);
    expect(order).toMatchObject({ state: 'open', holdsKey: true, attention: true });
    expect(order.keyPaidBy).toBeUndefined();
    expect(events).toEqual([{ kind: 'surplus', payOrderId: 'P1' }]);
  });

  it('pays for an order that money of another amount had come in for', () => {
    const { order, events } = applyReport(formOrder({ payments: [otherAmount] }), report(), now);
    expect(order).toMatchObject({ state: 'paid', keyPaidBy: 'O1', attention: true });
    expect(order.payments.map(({ payOrderId }) => payOrderId)).toEqual(['P0', 'P1']);
    expect(events).toEqual([{ kind: 'paid', payOrderId: 'P1' }]);
  });

  it('is a surplus if the same order is paid already, and the order keeps its key', () => {
    const { order, payments, events } = applyReport(paidOrder(), report({ payOrderId: 'P2' }), now);
    expect(payments).toEqual([{ ...payment, payOrderId: 'P2', surplus: 'paid_before', recordedAt: now }]);
    expect(order).toMatchObject({ state: 'paid', late: false, holdsKey: true, keyPaidBy: 'O1' });
    expect(order.settledAt).toBe(start + minute);
    expect(events).toEqual([{ kind: 'surplus', payOrderId: 'P2' }]);
  });

  it('is recorded once, however often it comes', () => {
    const order = paidOrder({ absentSince: start, absences: 2, payments: [otherAmount, payment] });
    expectNoProof(order, report()).toMatchObject({ absentSince: undefined, absences: 0 });
  });

  it.each([
    ['amount', { amount: undefined }],
    ['currency', { currency: undefined }],
  ])('proves nothing without its %s, but shows that the gateway knows the order', (_, changes) => {
    expectNoProof(formOrder(absent), report(changes)).toMatchObject({ absentSince: undefined, absences: 0 });
  });
});

describe('a report of a failed payment', () => {
  const declined = report({ status: 'failed' });

  it.each([
    ['the amount of the order', {}],
    ['no amount and no currency', { amount: undefined, currency: undefined }],
  ])('closes an open order and frees its key, if it names %s', (_, changes) => {
    const { order, payments, events } = applyReport(formOrder(absent), { ...declined, ...changes }, now);
    expect(order).toMatchObject({ state: 'failed', reason: 'declined', holdsKey: false, settledAt: now });
    expect(payments).toEqual([]);
    expect(events).toEqual([{ kind: 'failed' }]);
  });

  it('closes the order without a word to the shop, if another order of its key is paid', () => {
    const { order, events } = applyReport(formOrder({ keyPaidBy: 'O2' }), declined, now);
    expect(order).toMatchObject({ state: 'failed', reason: 'declined', keyPaidBy: 'O2' });
    expect(events).toEqual([]);
  });

  it.each([
    ['another amount', { amount: 2433 }],
    ['another currency', { currency: 'USD' }],
  ])('proves nothing about the order, if it names %s', (_, changes) => {
    const order = formOrder(absent);
    const known = { absentSince: undefined, absences: 0 };
    expectNoProof(order, { ...declined, ...changes }).toMatchObject(known);
  });

  it.each([
    ['is paid', paidOrder()],
    [
      'has failed',
      formOrder({ state: 'failed', reason: 'never_arrived', settledAt: start, holdsKey: false }),
    ],
    ['has expired', formOrder({ state: 'expired', reason: 'hour_over', settledAt: start, holdsKey: false })],
    ['got money of another amount', formOrder({ payments: [otherAmount] })],
  ])('does not move an order that %s', (_, order) => {
    expectNoProof(order, declined);
  });
});

describe('a report of a payment that has not begun', () => {
  const untouched = report({ status: 'pending', cardNum: undefined });

  it('lets a form expire at the end of its hour and half an hour more', () => {
    const { order, events } = applyReport(formOrder(), untouched, decided);
    expect(order).toMatchObject({
      state: 'expired',
      reason: 'hour_over',
      holdsKey: false,
      settledAt: decided,
    });
    expect(events).toEqual([{ kind: 'expired' }]);
  });

  it('proves nothing one millisecond earlier, but shows that the gateway knows the order', () => {
    const known = { absentSince: undefined, absences: 0 };
    expectNoProof(formOrder(absent), untouched, decided - 1).toMatchObject(known);
  });

  it('proves nothing about a charge, which has no hour', () => {
    expectNoProof(chargeOrder(), untouched, start + 9 * hour);
  });

  it.each([
    ['the customer has typed a card', report({ status: 'pending' })],
    ['the gateway does not know how it ended', report({ status: 'unknown', cardNum: undefined })],
  ])('does not let a form expire, if %s', (_, of) => {
    expectNoProof(formOrder(), of, decided + hour);
  });

  it.each([
    ['is paid', paidOrder()],
    ['has failed', formOrder({ state: 'failed', reason: 'declined', settledAt: start, holdsKey: false })],
    ['got money of another amount', formOrder({ payments: [otherAmount] })],
  ])('does not move an order that %s', (_, order) => {
    expectNoProof(order, untouched, decided);
  });
});
