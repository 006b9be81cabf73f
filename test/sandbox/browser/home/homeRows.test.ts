import { describe, expect, it } from 'vitest';
import { describeOrders, type ListedOrder } from '../../../../src/sandbox/browser/home/homeRows';

const payment: ListedOrder = {
  kind: 'payment',
  payOrderId: 'PC1',
  mchOrderNo: 'A-1',
  amount: 123450,
  refundable: 0,
  currency: 'CAD',
};
const settled: ListedOrder = { ...payment, status: 2, settlement: 'settled', refundable: 123450 };
const refund: ListedOrder = {
  ...payment,
  kind: 'refund',
  payOrderId: 'RP1',
  mchOrderNo: 'R-1',
  originalOrderId: 'PC1',
  amount: 500,
  status: 2,
};

const describeOrder = (order: ListedOrder) => describeOrders([order])[0];

describe('describeOrders', () => {
  it.each([
    [0, 'Pending', 'wait'],
    [1, 'Unknown', 'wait'],
    [2, 'Paid', 'good'],
    [3, 'Paid', 'good'],
    [9, 'Failed', 'bad'],
  ])('calls status %i %s', (status, badge, tone) => {
    expect(describeOrder({ ...payment, status })).toMatchObject({ title: 'A-1', badge, tone });
  });

  it('writes cents as dollars', () => {
    expect(describeOrder(payment)?.amount).toBe('$1,234.50');
  });

  it('shows a refund as money that goes back, of the payment by its own number', () => {
    expect(describeOrders([refund, settled])[0]).toMatchObject({
      title: 'R-1',
      amount: '−$5.00',
      badge: 'Refund',
      tone: 'back',
      details: expect.stringMatching(/^of A-1 · /) as unknown,
    });
    expect(describeOrder({ ...refund, kind: 'void' })).toMatchObject({
      badge: 'Void',
      details: expect.stringMatching(/^of PC1 · /) as unknown,
    });
  });

  it.each([
    [123450, 'Paid', 'good', '$1,234.50 refundable'],
    [122950, 'Partly refunded', 'back', '$1,229.50 refundable'],
    [0, 'Refunded', 'back', '$0.00 refundable'],
  ])('says of a settled payment with %i cents refundable that it is %s', (refundable, badge, tone, words) => {
    expect(describeOrder({ ...settled, refundable })).toMatchObject({
      badge,
      tone,
      details: expect.stringContaining(`settled · ${words}`) as unknown,
    });
  });

  it('offers to settle a paid payment, and nothing else', () => {
    const open = { ...settled, settlement: 'open' } as const;

    expect(describeOrder(open)).toMatchObject({
      badge: 'Paid',
      settle: 'A-1',
      details: expect.stringContaining('not settled yet') as unknown,
    });
    for (const other of [settled, refund, { ...settled, settlement: 'void' } as const, payment]) {
      expect(describeOrder(other)).not.toHaveProperty('settle');
    }
  });

  it('calls a payment that was voided so', () => {
    expect(describeOrder({ ...settled, settlement: 'void', refundable: 0 })).toMatchObject({
      badge: 'Voided',
      tone: 'back',
    });
  });
});
