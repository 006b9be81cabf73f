import { describe, expect, it } from 'vitest';
import { readOrder, readOrderStatus } from '../../src/contract/order';
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

  it.each([-1, 1.5, NaN, '1.5', '-1', '1e3', 'x', '', null, {}, '9'.repeat(16)])(
    'leaves an amount of %j out',
    (amount) => {
      expect(readOrder({ payOrderId: 'P', mchOrderNo: 'M', amount })).toEqual({
        payOrderId: 'P',
        mchOrderNo: 'M',
      });
    },
  );

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

it.each([
  [0, 'pending'],
  [1, 'unknown'],
  [2, 'paid'],
  [3, 'paid'],
  [9, 'failed'],
  [4, 'unknown'],
  [undefined, 'unknown'],
] as const)('reads status %j as %s', (status, state) => {
  expect(readOrderStatus(status)).toBe(state);
});

it('reads a saved card without its cvv, and none without a cardId', () => {
  expect(readSavedCard({ cardId: 'c', cardNum: '4***1', cvv: '123' })).toEqual({
    cardId: 'c',
    cardNum: '4***1',
  });
  expect(readSavedCard({ cardNum: '4***1' })).toBeUndefined();
});
