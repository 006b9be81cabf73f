import { describe, expect, it, vi } from 'vitest';
import { paidOrder } from '../gateway/gatewayDouble';
import { signed, deliverFields } from './notificationDouble';

describe('a notification that is no payment', () => {
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
    ['an undocumented payType', { ...paidOrder, payType: 'transfer' }],
    ['an original order', { ...paidOrder, originalOrderId: 'PC1' }],
    ['a number that starts RP', { ...paidOrder, payType: undefined, payOrderId: 'RP2024' }],
  ])('gives a refund to onRefund and never to onPayment: %s', async (_, fields) => {
    const onRefund = vi.fn();
    const result = await deliverFields(signed(fields), { onRefund, expect: () => undefined });
    expect(result).toMatchObject({ status: 200, text: 'success', payments: [] });
    expect(onRefund).toHaveBeenCalledTimes(1);
  });

  it('gives a refund to onRefund with its key, and again when that fails', async () => {
    const onRefund = vi.fn(() => Promise.reject(new Error('database down')));
    const result = await deliverFields(signed(refundFields), { onRefund });
    expect(onRefund.mock.calls).toEqual([[refundFields, { keyIndex: 0 }]]);
    expect(result).toMatchObject({ status: 500, errors: [{ message: 'database down' }] });
  });

  it('acknowledges a refund if there is no onRefund', async () => {
    expect(await deliverFields(signed(refundFields))).toMatchObject({
      status: 200,
      payments: [],
      rejections: [],
    });
  });

  it('acknowledges a failed order', async () => {
    expect(await deliverFields(signed({ ...paidOrder, status: 9 }))).toMatchObject({
      status: 200,
      payments: [],
      rejections: [],
    });
  });

  it.each([0, 1, 4, undefined])(
    'turns an undecided order away (status %s), so that it comes again',
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
  ])('gives an order to onOther and then acknowledges it: %s', async (_, fields) => {
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
