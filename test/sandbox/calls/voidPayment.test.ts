import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/server/signing/verify';
import { startMerchant } from '../merchant';

describe('cc_void', () => {
  it('takes back the whole payment, and is an order of its own', async () => {
    const merchant = await startMerchant();
    const { payOrderId, mchOrderNo } = await merchant.pay();

    const order = await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId });

    expect(order).toEqual({
      payOrderId: expect.stringMatching(/^RP\d{26}$/) as unknown,
      mchId: merchant.sandbox.credentials.mchId,
      mchOrderNo: 'V-1',
      originalOrderId: payOrderId,
      amount: 2434,
      currency: 'CAD',
      payType: 'refund',
      refundable: 0,
      status: 2,
      channel: 'PF_CC',
      cardNum: '424242******4242',
      cardType: 'V',
      expiryDate: '1234',
      paySuccTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as unknown,
      invoiceNum: expect.any(String) as unknown,
      authNum: expect.any(String) as unknown,
      transNum: expect.any(String) as unknown,
    });
    expect(await merchant.iotpay.query({ mchOrderNo: 'V-1' })).toEqual(order);
    expect(await merchant.iotpay.query({ payOrderId: order.payOrderId })).toEqual(order);
    expect(await merchant.iotpay.query({ mchOrderNo })).toMatchObject({ status: 2, refundable: 0 });
    expect(await merchant.control('orders')).toMatchObject({
      orders: [
        { mchOrderNo: 'V-1', kind: 'void', charges: 0 },
        { mchOrderNo, kind: 'payment', settlement: 'void', charges: 1 },
      ],
    });
  });

  it('cc_void sends a signed notification to its own notifyUrl', async () => {
    const merchant = await startMerchant();
    const { payOrderId } = await merchant.pay({ notifyUrl: 'https://shop.example/' });
    const { notifyUrl } = merchant;

    const order = await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId, notifyUrl });

    await merchant.notified(1);
    const [message] = merchant.received;
    expect({ ...message, sign: undefined }).toEqual({ ...order, sign: undefined });
    expect(verify({ ...message }, merchant.sandbox.credentials.merchantKey)).toBe(true);
  });

  it('cc_void sends no notification without a notifyUrl', async () => {
    const merchant = await startMerchant();
    const { payOrderId } = await merchant.pay({ notifyUrl: 'https://shop.example/' });

    await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId });

    expect(await merchant.control('notifications')).toMatchObject({
      notifications: [{ notifyUrl: 'https://shop.example/' }],
    });
  });

  it('cc_void is refused a second time', async () => {
    const merchant = await startMerchant();
    const { payOrderId } = await merchant.pay();
    await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId });

    for (const mchRefundNo of ['V-1', 'V-2']) {
      await expect(merchant.iotpay.voidPayment({ mchRefundNo, payOrderId })).rejects.toMatchObject({
        retMsg: 'pay order is void already',
      });
    }
  });

  it('happens once, however many ask at the same moment', async () => {
    const merchant = await startMerchant();
    const { payOrderId } = await merchant.pay();

    const results = await Promise.allSettled(
      ['V-1', 'V-2', 'V-3'].map((mchRefundNo) => merchant.iotpay.voidPayment({ mchRefundNo, payOrderId })),
    );

    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await merchant.control('orders')).orders).toHaveLength(2);
  });

  it('comes too late after settlement', async () => {
    const merchant = await startMerchant({ clocks: { settlementMs: 0 } });
    const { payOrderId } = await merchant.pay();

    await expect(merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId })).rejects.toMatchObject({
      retMsg: 'pay order is settled: use cc_refund',
    });
    expect(await merchant.iotpay.query({ payOrderId })).toMatchObject({ refundable: 2434 });
  });

  it('cc_void refuses a payment that has failed, is open or is unknown', async () => {
    const merchant = await startMerchant();
    const failed = await merchant.pay({}, '4000000000000002');
    const { mchOrderNo } = await merchant.purchase();
    const open = await merchant.iotpay.query({ mchOrderNo });
    const voiding = (payOrderId: string) => merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId });

    for (const { payOrderId } of [failed, open]) {
      await expect(voiding(payOrderId)).rejects.toMatchObject({ retMsg: 'pay order is not paid' });
    }
    await expect(voiding('PC0')).rejects.toMatchObject({ retMsg: 'pay order does not exist' });
  });

  it('finds a payment that was paid while the shop did not listen', async () => {
    const merchant = await startMerchant({ clocks: { pollIntervalMs: 0 } });
    const { mchOrderNo, secureId } = await merchant.purchase({ channel: 'UPI_EX' });
    const { payOrderId } = await merchant.iotpay.query({ mchOrderNo });
    await merchant.submit(secureId, '6200000000000104');

    expect(await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId })).toMatchObject({
      status: 2,
    });
  });

  it('does not void a void', async () => {
    const merchant = await startMerchant();
    const { payOrderId } = await merchant.pay();
    const order = await merchant.iotpay.voidPayment({ mchRefundNo: 'V-1', payOrderId });

    await expect(
      merchant.iotpay.voidPayment({ mchRefundNo: 'V-2', payOrderId: order.payOrderId }),
    ).rejects.toMatchObject({ retMsg: 'payOrderId is a refund, not a payment' });
  });

  it.each(['mchRefundNo', 'loginName', 'payOrderId'])('wants %s', async (field) => {
    const merchant = await startMerchant();
    const { loginName } = merchant.sandbox.credentials;

    const answer = await merchant.call('cc_void', {
      mchRefundNo: 'V-1',
      payOrderId: 'PC1',
      loginName,
      [field]: '',
    });

    expect(answer).toMatchObject({
      retCode: 'FAIL',
      retMsg: expect.stringContaining(`[${field}]`) as unknown,
    });
  });
});
