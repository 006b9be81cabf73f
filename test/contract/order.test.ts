import { describe, expect, it } from 'vitest';
import { isRefund, readOrder, readOrderStatus } from '../../src/contract/order';
import { readSavedCard } from '../../src/contract/savedCard';

describe('readOrder', () => {
  it('accepts numbers sent as strings, and texts sent as numbers', () => {
    expect(readOrder({ payOrderId: 'P', mchOrderNo: 7, amount: '1999', status: '2', refundable: 0 })).toEqual(
      {
        payOrderId: 'P',
        mchOrderNo: '7',
        amount: 1999,
        status: 2,
        refundable: 0,
      },
    );
  });

  it.each([-1, 1.5, NaN, '1.5', '1500.01', '1500.', '-1', '1e3', 'x', '', null, {}, '9'.repeat(16)])(
    'leaves an amount of %j out',
    (amount) => {
      expect(readOrder({ payOrderId: 'P', mchOrderNo: 'M', amount })).toEqual({
        payOrderId: 'P',
        mchOrderNo: 'M',
      });
    },
  );

  it.each(['1500.00', '1500.0'])('takes an amount of %j for whole cents', (amount) => {
    expect(readOrder({ payOrderId: 'P', mchOrderNo: 'M', amount })?.amount).toBe(1500);
  });

  it('takes only the three documented fields for integers', () => {
    const order = readOrder({
      payOrderId: 'P',
      mchOrderNo: 'M',
      statusText: '2',
      amountPaid: '7',
      Amount: '1',
    });
    expect(order).toEqual({
      payOrderId: 'P',
      mchOrderNo: 'M',
      statusText: '2',
      amountPaid: '7',
      Amount: '1',
    });
  });

  it.each([
    null,
    undefined,
    'order',
    7,
    [],
    {},
    { payOrderId: 'P' },
    { mchOrderNo: 'M' },
    { payOrderId: '', mchOrderNo: 'M' },
  ])('finds no order in %j', (data) => {
    expect(readOrder(data)).toBeUndefined();
  });

  it('passes on fields that it has never heard of, but nothing secret and nothing nested', () => {
    const order = readOrder({
      payOrderId: 'P',
      mchOrderNo: 'M',
      newField: 'x',
      cvv: '1',
      CVV2: '1',
      cvc: '1',
      sign: 'A',
      secureId: 'B',
      redirectUrl: 'C',
      nested: { cvv: '1' },
    });
    expect(order).toEqual({ payOrderId: 'P', mchOrderNo: 'M', newField: 'x' });
  });

  it('is not led astray by __proto__', () => {
    const order = readOrder(JSON.parse('{"payOrderId":"P","mchOrderNo":"M","__proto__":{"status":2}}'));
    expect(order?.status).toBeUndefined();
  });
});

describe('readOrderStatus', () => {
  const payment = { payOrderId: 'PC1', payType: 'pay' };

  it.each([
    [0, 'pending'],
    [1, 'unknown'],
    [2, 'paid'],
    [3, 'paid'],
    [9, 'failed'],
    [4, 'unknown'],
    [undefined, 'unknown'],
  ] as const)('reads status %j of a payment as %s', (status, state) => {
    expect(readOrderStatus({ ...payment, ...(status !== undefined && { status }) })).toBe(state);
  });

  it.each([
    ['its payType', { payOrderId: 'PC1', payType: 'refund' }],
    ['a payType in capitals', { payOrderId: 'PC1', payType: 'REFUND' }],
    ['the order that it belongs to', { payOrderId: 'PC1', originalOrderId: 'PC0' }],
    ['its number', { payOrderId: 'RP1' }],
  ])('calls an order that is a refund by %s refunded, never paid', (_, refund) => {
    expect(isRefund(refund)).toBe(true);
    expect([2, 3].map((status) => readOrderStatus({ ...refund, status }))).toEqual(['refunded', 'refunded']);
    expect([0, 1, 9].map((status) => readOrderStatus({ ...refund, status }))).toEqual([
      'pending',
      'unknown',
      'failed',
    ]);
  });

  it.each([{ payOrderId: 'PC1' }, { payOrderId: 'PC1RP1' }, { payOrderId: 'PC1', payType: 'PAY' }])(
    'takes %j for a payment',
    (order) => {
      expect(isRefund(order)).toBe(false);
      expect(readOrderStatus({ ...order, status: 2 })).toBe('paid');
    },
  );

  it('calls a missing order unknown', () => {
    expect(readOrderStatus(undefined)).toBe('unknown');
  });
});

it('reads a saved card without its cvv, and none without a cardId', () => {
  expect(readSavedCard({ cardId: 'c', cardNum: '4***1', cvv: '123' })).toEqual({
    cardId: 'c',
    cardNum: '4***1',
  });
  expect(readSavedCard({ cardNum: '4***1' })).toBeUndefined();
});
