import { describe, expect, it, vi } from 'vitest';
import type { ExpectedOrder } from '../../../src/server/index';
import { paidOrder } from '../gateway/gatewayDouble';
import { signed, deliverFields } from './notificationDouble';

describe('expect', () => {
  const expecting = (expected: ExpectedOrder | null | undefined) => ({ expect: () => expected });

  it.each<[string, ExpectedOrder]>([
    ['amount', { amount: 1999 }],
    ['amount and currency', { amount: 1999, currency: 'CAD' }],
    ['all three', { amount: 1999, currency: 'CAD', mchOrderNo: 'A-1' }],
  ])('lets through what was ordered: %s', async (_, expected) => {
    expect(await deliverFields(signed(), expecting(expected))).toMatchObject({
      status: 200,
      payments: [paidOrder],
    });
  });

  it.each<[string, ExpectedOrder, object]>([
    ['amount', { amount: 2000 }, {}],
    ['amount', { amount: 1999 }, { amount: undefined }],
    ['currency', { amount: 1999 }, { currency: 'USD' }],
    ['currency', { amount: 1999, currency: 'USD' }, {}],
    ['currency', { amount: 1999 }, { currency: undefined }],
    ['mchOrderNo', { amount: 1999, mchOrderNo: 'B-2' }, {}],
  ])('turns away another %s', async (field, expected, change) => {
    const result = await deliverFields(signed({ ...paidOrder, ...change }), expecting(expected));
    expect(result).toMatchObject({ status: 409, payments: [], rejections: [{ reason: 'order_mismatch' }] });
    expect(result.rejections[0]?.message).toContain(field);
    expect(result.rejections[0]?.order).toMatchObject({ payOrderId: paidOrder.payOrderId });
  });

  it.each([null, undefined])('turns away an order that the shop does not know (%s)', async (nothing) => {
    expect(await deliverFields(signed(), expecting(nothing))).toMatchObject({
      status: 404,
      payments: [],
      rejections: [{ reason: 'unknown_order' }],
    });
  });

  it('is asked only about what the gateway signed', async () => {
    const expectOrder = vi.fn(() => ({ amount: 1 }));
    await deliverFields({ ...signed(), amount: 1 }, { expect: expectOrder });
    expect(expectOrder).not.toHaveBeenCalled();
  });

  it('may be async, and answers 500 when it fails, so that the notification comes again', async () => {
    expect((await deliverFields(signed(), { expect: () => Promise.resolve({ amount: 1999 }) })).status).toBe(
      200,
    );
    const failing = await deliverFields(signed(), {
      expect: () => Promise.reject(new Error('database down')),
    });
    expect(failing).toMatchObject({
      status: 500,
      payments: [],
      rejections: [],
      errors: [{ message: 'database down' }],
    });
  });
});

describe('what is no payment', () => {
  const refundFields = {
    ...paidOrder,
    payOrderId: 'RP2024',
    mchOrderNo: 'R-1',
    payType: 'refund',
    originalOrderId: 'PC1',
  };

  it.each([
    ['payType refund', { ...paidOrder, payType: 'refund' }],
    ['payType REFUND', { ...paidOrder, payType: 'REFUND' }],
    ['a payType that nobody knows', { ...paidOrder, payType: 'transfer' }],
    ['an original order', { ...paidOrder, originalOrderId: 'PC1' }],
    ['a number that starts RP', { ...paidOrder, payType: undefined, payOrderId: 'RP2024' }],
  ])('never reaches onPayment but onRefund: %s', async (_, fields) => {
    const onRefund = vi.fn();
    const result = await deliverFields(signed(fields), { onRefund, expect: () => undefined });
    expect(result).toMatchObject({ status: 200, text: 'success', payments: [] });
    expect(onRefund).toHaveBeenCalledTimes(1);
  });

  it('reaches onRefund with its key, and comes again when that fails', async () => {
    const onRefund = vi.fn(() => Promise.reject(new Error('database down')));
    const result = await deliverFields(signed(refundFields), { onRefund });
    expect(onRefund.mock.calls).toEqual([[refundFields, { keyIndex: 0 }]]);
    expect(result).toMatchObject({ status: 500, errors: [{ message: 'database down' }] });
  });

  it('is acknowledged when it is a refund that nobody listens for', async () => {
    expect(await deliverFields(signed(refundFields))).toMatchObject({
      status: 200,
      payments: [],
      rejections: [],
    });
  });

  it('is acknowledged when it failed', async () => {
    expect(await deliverFields(signed({ ...paidOrder, status: 9 }))).toMatchObject({
      status: 200,
      payments: [],
      rejections: [],
    });
  });

  it.each([0, 1, 4, undefined])(
    'is turned away while it is undecided (status %s), so that it comes again',
    async (status) => {
      expect(await deliverFields(signed({ ...paidOrder, status }))).toMatchObject({
        status: 409,
        payments: [],
        rejections: [{ reason: 'not_settled', order: { mchOrderNo: 'A-1' } }],
      });
    },
  );

  it.each([
    ['a failed payment', { ...paidOrder, status: 9 }],
    ['a pending payment', { ...paidOrder, status: 0 }],
    ['a failed refund', { ...refundFields, status: 9 }],
    ['a pending refund', { ...refundFields, status: 0 }],
  ])('reaches onOther and is then acknowledged: %s', async (_, fields) => {
    const onOther = vi.fn();
    const onRefund = vi.fn();
    expect(await deliverFields(signed(fields), { onOther, onRefund })).toMatchObject({
      status: 200,
      payments: [],
      rejections: [],
    });
    expect(onOther.mock.calls).toEqual([[fields, { keyIndex: 0 }]]);
    expect(onRefund).not.toHaveBeenCalled();
  });
});
