import { describe, expect, it } from 'vitest';
import { startMerchant } from '../merchant';

describe('cc_purchase', () => {
  it('opens a pending order and gives a secureId with the page to pay it on', async () => {
    const merchant = await startMerchant();

    const { retCode, retData } = await merchant.call('cc_purchase', merchant.purchaseFields());

    expect(retCode).toBe('SUCCESS');
    expect(retData.secureId).toMatch(/^[0-9a-f]{64}$/);
    expect(retData.redirectUrl).toBe(`${merchant.sandbox.url}/cc/purchase?key=${String(retData.secureId)}`);
    expect(await merchant.order('ORDER-1')).toEqual({
      payOrderId: expect.stringMatching(/^PC\d{26}$/) as unknown,
      mchId: merchant.sandbox.credentials.mchId,
      mchOrderNo: 'ORDER-1',
      amount: 2434,
      currency: 'CAD',
      channel: 'PF_CC',
      payType: 'pay',
      refundable: 0,
      status: 0,
    });
  });

  it('refuses an order number that was used before, and leaves the first order alone', async () => {
    const merchant = await startMerchant();
    await merchant.call('cc_purchase', merchant.purchaseFields({ mchOrderNo: 'SAME', amount: 100 }));

    const again = await merchant.call(
      'cc_purchase',
      merchant.purchaseFields({ mchOrderNo: 'SAME', amount: 999 }),
    );

    expect(again).toEqual({ retCode: 'FAIL', retMsg: 'mchOrderNo is already used' });
    expect(await merchant.order('SAME')).toMatchObject({ amount: 100 });
  });

  it.each(['mchOrderNo', 'amount', 'currency', 'loginName', 'channel', 'notifyUrl', 'returnUrl'])(
    'wants %s',
    async (field) => {
      const merchant = await startMerchant();

      for (const missing of [undefined, '']) {
        const answer = await merchant.call('cc_purchase', merchant.purchaseFields({ [field]: missing }));

        expect(answer.retCode).toBe('FAIL');
        expect(answer.retMsg).toContain(`[${field}]`);
      }
    },
  );

  it.each([
    ['mchOrderNo', 30],
    ['subject', 64],
    ['body', 250],
    ['mchUserId', 30],
  ])('takes %s of %i characters, whatever their bytes, and no more', async (field, longest) => {
    const merchant = await startMerchant();
    const ofLength = (length: number) =>
      merchant.call('cc_purchase', merchant.purchaseFields({ [field]: '🍁'.repeat(length) }));

    expect((await ofLength(longest)).retCode).toBe('SUCCESS');
    expect(await ofLength(longest + 1)).toMatchObject({
      retCode: 'FAIL',
      retMsg: expect.stringContaining(`[${field}]`) as unknown,
    });
  });

  it('takes URLs of 200 characters and no more', async () => {
    const merchant = await startMerchant();
    const ofLength = (length: number) =>
      merchant.call(
        'cc_purchase',
        merchant.purchaseFields({ notifyUrl: 'https://shop.example/'.padEnd(length, 'x') }),
      );

    expect((await ofLength(200)).retCode).toBe('SUCCESS');
    expect((await ofLength(201)).retCode).toBe('FAIL');
  });

  it.each<[string, unknown]>([
    ['amount', -1],
    ['amount', 19.99],
    ['amount', '1500'],
    ['currency', 'USD'],
    ['channel', 'WECHAT'],
    ['notifyUrl', 'shop.example/notify'],
    ['returnUrl', 'javascript:alert(1)'],
    ['mchOrderNo', 12],
  ])('refuses %s %j', async (field, value) => {
    const merchant = await startMerchant();

    const answer = await merchant.call('cc_purchase', merchant.purchaseFields({ [field]: value }));

    expect(answer.retCode).toBe('FAIL');
    expect(answer.retMsg).toContain(`[${field}]`);
    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });
});
