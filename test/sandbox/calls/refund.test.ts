import { describe, expect, it } from 'vitest';
import { startMerchant, type Json } from '../merchant';

async function startWithSettled(number?: string) {
  const merchant = await startMerchant({ clocks: { settlementMs: 0 } });
  const { payOrderId, mchOrderNo } = await merchant.pay({ amount: 1000 }, number);
  const refund = (mchRefundNo: string, refundAmount: number, changes: { notifyUrl?: string } = {}) =>
    merchant.iotpay.refund({ mchRefundNo, payOrderId, refundAmount, ...changes });
  const refundable = async () => (await merchant.iotpay.query({ payOrderId })).refundable;
  return { merchant, payOrderId, mchOrderNo, refund, refundable };
}

describe('cc_refund', () => {
  it('gives back a part, and is an order of its own', async () => {
    const { merchant, payOrderId, mchOrderNo, refund, refundable } = await startWithSettled();

    const order = await refund('R-1', 300);

    expect(order).toMatchObject({
      mchId: merchant.sandbox.credentials.mchId,
      mchOrderNo: 'R-1',
      originalOrderId: payOrderId,
      amount: 300,
      currency: 'CAD',
      payType: 'refund',
      refundable: 0,
      status: 2,
      channel: 'PF_CC',
      cardNum: '424242******4242',
    });
    expect(order.payOrderId).toMatch(/^RP\d{26}$/);
    expect(await merchant.iotpay.query({ mchOrderNo: 'R-1' })).toEqual(order);
    expect(await refundable()).toBe(700);
    expect(await merchant.control('orders')).toMatchObject({
      orders: [
        { mchOrderNo: 'R-1', kind: 'refund' },
        { mchOrderNo, kind: 'payment', settlement: 'settled', status: 2 },
      ],
    });
  });

  it('gives back the rest to the cent, and then nothing more', async () => {
    const { refund, refundable } = await startWithSettled();
    await refund('R-1', 333);
    await refund('R-2', 333);

    await expect(refund('R-3', 335)).rejects.toMatchObject({
      retMsg: 'refundAmount is more than is refundable',
    });
    expect(await refundable()).toBe(334);
    await refund('R-3', 334);
    expect(await refundable()).toBe(0);
    await expect(refund('R-4', 1)).rejects.toMatchObject({ code: 'gateway_refused' });
  });

  it('never gives back more than was paid to those who ask at the same moment', async () => {
    const { merchant, refund, refundable } = await startWithSettled();

    const results = await Promise.allSettled([1, 2, 3, 4].map((n) => refund(`R-${n}`, 400)));

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await refundable()).toBe(200);
    expect((await merchant.control('orders')).orders).toHaveLength(3);
  });

  it('cc_refund notifies its own notifyUrl', async () => {
    const { merchant, refund } = await startWithSettled();
    await merchant.notified(1);
    const order = await refund('R-1', 1, { notifyUrl: merchant.notifyUrl });

    await merchant.notified(2);

    expect(merchant.received[1]).toEqual({ ...order, sign: expect.any(String) as unknown });
  });

  it('cc_refund is refused before settlement', async () => {
    const merchant = await startMerchant();
    const { payOrderId } = await merchant.pay();
    const refund = () => merchant.iotpay.refund({ mchRefundNo: 'R-1', payOrderId, refundAmount: 1 });

    await expect(refund()).rejects.toMatchObject({ retMsg: 'pay order is not settled yet: use cc_void' });
    await merchant.control('settle', {});
    expect(await refund()).toMatchObject({ amount: 1 });
  });

  it('cc_refund refuses a void payment, a failed one, and an unknown one', async () => {
    const { merchant, payOrderId: failed } = await startWithSettled('4000000000000002');
    await merchant.control('clocks', { settlementMs: 60_000 });
    const { payOrderId: gone } = await merchant.pay();
    await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId: gone });
    await merchant.control('settle', {});
    const refund = (payOrderId: string) =>
      merchant.iotpay.refund({ mchRefundNo: 'R-1', payOrderId, refundAmount: 1 });

    await expect(refund(gone)).rejects.toMatchObject({ retMsg: 'pay order is void already' });
    await expect(refund(failed)).rejects.toMatchObject({ retMsg: 'pay order is not paid' });
    await expect(refund('PC0')).rejects.toMatchObject({ retMsg: 'pay order does not exist' });
  });

  it('does not refund a refund', async () => {
    const { merchant, refund } = await startWithSettled();
    const { payOrderId } = await refund('R-1', 300);

    await expect(
      merchant.iotpay.refund({ mchRefundNo: 'R-2', payOrderId, refundAmount: 1 }),
    ).rejects.toMatchObject({ retMsg: 'payOrderId is a refund, not a payment' });
  });

  it('uses no number twice, be it a refund’s, a void’s or a payment’s', async () => {
    const { merchant, mchOrderNo, refund, refundable } = await startWithSettled();
    await merchant.control('clocks', { settlementMs: 60_000 });
    const { payOrderId } = await merchant.pay();
    await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId });
    await refund('R-1', 1);

    for (const number of ['R-1', 'V-1', mchOrderNo]) {
      await expect(refund(number, 1)).rejects.toMatchObject({ retMsg: 'mchRefundNo is already used' });
    }
    expect(await refundable()).toBe(999);
    expect(await merchant.call('cc_purchase', merchant.purchaseFields({ mchOrderNo: 'R-1' }))).toMatchObject({
      retMsg: 'mchOrderNo is already used',
    });
  });

  it.each<[string, unknown]>([
    ['mchRefundNo', ''],
    ['mchRefundNo', 'x'.repeat(31)],
    ['loginName', ''],
    ['payOrderId', ''],
    ['payOrderId', 'x'.repeat(31)],
    ['refundAmount', ''],
    ['refundAmount', 0],
    ['refundAmount', -1],
    ['refundAmount', 0.5],
    ['refundAmount', '1'],
    ['notifyUrl', 'javascript:alert(1)'],
  ])('refuses %s %j', async (field, value) => {
    const { merchant, payOrderId, refundable } = await startWithSettled();
    const { loginName } = merchant.sandbox.credentials;
    const fields: Json = { mchRefundNo: 'R-1', payOrderId, refundAmount: 1, loginName };

    const answer = await merchant.call('cc_refund', { ...fields, [field]: value });

    expect(answer).toMatchObject({
      retCode: 'FAIL',
      retMsg: expect.stringContaining(`[${field}]`) as unknown,
    });
    expect(await refundable()).toBe(1000);
  });
});
