import { describe, expect, it } from 'vitest';
import { startMerchant, type Json, type Merchant } from '../merchant';

const walletData = (token: unknown) => Buffer.from(JSON.stringify(token)).toString('base64');

const wallet = (token: unknown = { version: 'EC_v1', data: 'sealed' }) => ({
  mchOrderNo: 'W-1',
  amount: 1999,
  walletType: 'ApplePay' as const,
  walletData: walletData(token),
});

const fields = ({ sandbox }: Merchant, changes: Json = {}): Json => ({
  ...wallet(),
  currency: 'CAD',
  loginName: sandbox.credentials.loginName,
  ...changes,
});

describe('cc_purchasewithwallet', () => {
  it.each([
    ['ApplePay', 'CC_CA'],
    ['GooglePay', 'CC_CG'],
  ] as const)('cc_purchasewithwallet pays with %s through the channel %s', async (walletType, channel) => {
    const merchant = await startMerchant();

    const order = await merchant.iotpay.purchaseWithWallet({ ...wallet(), walletType, subject: 'Mug' });

    expect(order).toMatchObject({
      mchOrderNo: 'W-1',
      amount: 1999,
      refundable: 1999,
      status: 2,
      payType: 'pay',
      channel,
      capture: 'Y',
    });
    expect(order.payOrderId).toMatch(/^PC\d{26}$/);
    expect(await merchant.iotpay.query({ mchOrderNo: 'W-1' })).toEqual(order);
    expect(await merchant.control('notifications')).toEqual({ notifications: [] });
  });

  it('pays with the test card that the token names', async () => {
    const merchant = await startMerchant();
    const declined = wallet({ sandboxCard: '4000 0000 0000 0002' });
    const status9 = { ...wallet({ sandboxCard: '4000000000000358' }), mchOrderNo: 'W-2' };

    await expect(merchant.iotpay.purchaseWithWallet(declined)).rejects.toMatchObject({
      retMsg: 'Card declined',
    });
    expect(await merchant.iotpay.query({ mchOrderNo: 'W-1' })).toMatchObject({ status: 9 });
    expect(await merchant.iotpay.purchaseWithWallet(status9)).toMatchObject({
      status: 9,
      cardNum: '400000******0358',
    });
  });

  it('breaks with the card that breaks the gateway', async () => {
    const merchant = await startMerchant();

    await expect(
      merchant.iotpay.purchaseWithWallet(wallet({ sandboxCard: '4000 0000 0000 0119' })),
    ).rejects.toMatchObject({ retMsg: 'system error' });
    expect(await merchant.iotpay.query({ mchOrderNo: 'W-1' })).toMatchObject({ status: 9 });
  });

  it.each(['6200 0000 0000 0005', '4111 1111 1111 1111'])('takes no %s', async (sandboxCard) => {
    const merchant = await startMerchant();

    await expect(merchant.iotpay.purchaseWithWallet(wallet({ sandboxCard }))).rejects.toMatchObject({
      retMsg: expect.stringContaining('[walletData]') as unknown,
    });
    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });

  it('keeps nothing of the token', async () => {
    const merchant = await startMerchant();
    await merchant.iotpay.purchaseWithWallet(wallet({ data: 'sealed' }));

    expect(JSON.stringify(await merchant.control('orders'))).not.toMatch(
      new RegExp(`sealed|${walletData({ data: 'sealed' })}`),
    );
  });

  it('refuses an order number that was used before', async () => {
    const merchant = await startMerchant();
    await merchant.iotpay.purchaseWithWallet(wallet());

    await expect(merchant.iotpay.purchaseWithWallet(wallet())).rejects.toMatchObject({
      retMsg: 'mchOrderNo is already used',
    });
  });

  it.each(['mchOrderNo', 'amount', 'currency', 'loginName', 'walletType', 'walletData'])(
    'wants %s',
    async (field) => {
      const merchant = await startMerchant();

      const answer = await merchant.call('cc_purchasewithwallet', fields(merchant, { [field]: '' }));

      expect(answer).toMatchObject({
        retCode: 'FAIL',
        retMsg: expect.stringContaining(`[${field}]`) as unknown,
      });
    },
  );

  it.each<[string, unknown]>([
    ['walletType', 'SamsungPay'],
    ['walletData', '{"data":"sealed"}'],
    ['walletData', 'e30'],
    ['walletData', Buffer.from('{"data":').toString('base64')],
    ['walletData', walletData('sealed')],
    ['walletData', walletData(['sealed'])],
    ['walletData', walletData(null)],
    ['walletData', 7],
    ['subject', '🍁'.repeat(65)],
    ['body', '🍁'.repeat(251)],
    ['amount', -1],
    ['currency', 'USD'],
  ])('refuses %s %j', async (field, value) => {
    const merchant = await startMerchant();

    const answer = await merchant.call('cc_purchasewithwallet', fields(merchant, { [field]: value }));

    expect(answer).toMatchObject({
      retCode: 'FAIL',
      retMsg: expect.stringContaining(`[${field}]`) as unknown,
    });
    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });
});
