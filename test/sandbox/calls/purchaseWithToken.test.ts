import { describe, expect, it } from 'vitest';
import { startMerchant, type Json, type Merchant } from '../merchant';

async function startWithCard(number: string, channel = 'PF_CC', clocks = {}) {
  const merchant = await startMerchant({ clocks });
  await merchant.saveCard('ada', number, channel);
  return merchant;
}

const token = (changes: Json = {}) => ({ mchOrderNo: 'T-1', cardId: 'ada', amount: 2434, ...changes });

const fields = ({ sandbox }: Merchant, changes: Json = {}): Json => ({
  ...token(),
  currency: 'CAD',
  loginName: sandbox.credentials.loginName,
  ...changes,
});

describe('cc_purchasewithtoken', () => {
  it.each([
    ['4242424242424242', 2, 'V'],
    ['5555555555554444', 3, 'M'],
  ])('charges the saved card %s: status %i', async (number, status, cardType) => {
    const merchant = await startWithCard(number);
    const { notifyUrl } = merchant;

    const order = await merchant.iotpay.purchaseWithToken({
      ...token(),
      subject: 'Mug',
      body: 'Blue mug',
      clientIp: '203.0.113.7',
      mchUserId: 'u1',
      notifyUrl,
    });

    expect(order).toMatchObject({
      mchId: merchant.sandbox.credentials.mchId,
      mchOrderNo: 'T-1',
      payType: 'pay',
      amount: 2434,
      currency: 'CAD',
      refundable: 2434,
      status,
      channel: 'PF_CC',
      cardType,
      cardNum: `${number.slice(0, 6)}******${number.slice(-4)}`,
      expiryDate: '1234',
    });
    expect(order.payOrderId).toMatch(/^PC\d{26}$/);
    expect(await merchant.iotpay.query({ payOrderId: order.payOrderId })).toEqual(order);
    await merchant.notified(1);
    expect(merchant.received).toMatchObject([{ payOrderId: order.payOrderId, status }]);
    expect(await merchant.control('orders')).toMatchObject({ orders: [{ charges: 1, subject: 'Mug' }] });
  });

  it('notifies nobody where there is no notifyUrl', async () => {
    const merchant = await startWithCard('4242424242424242');
    await merchant.iotpay.purchaseWithToken(token());

    expect(await merchant.control('notifications')).toEqual({ notifications: [] });
    expect(await merchant.control('notifications', { mchOrderNo: 'T-1' })).toEqual({
      error: 'mchOrderNo: the order has no notifyUrl',
    });
  });

  it('answers FAIL for a card that is declined once saved, and keeps the failed order', async () => {
    const merchant = await startWithCard('4000000000000341');
    const { notifyUrl } = merchant;

    await expect(merchant.iotpay.purchaseWithToken({ ...token(), notifyUrl })).rejects.toMatchObject({
      code: 'gateway_refused',
      retMsg: 'Card declined',
    });
    expect(await merchant.iotpay.query({ mchOrderNo: 'T-1' })).toMatchObject({ status: 9, refundable: 0 });
    expect(await merchant.control('notifications')).toEqual({ notifications: [] });
  });

  it('answers SUCCESS with status 9 for the other card that is declined once saved', async () => {
    const merchant = await startWithCard('4000000000000358');

    expect(await merchant.iotpay.purchaseWithToken(token())).toMatchObject({ status: 9, refundable: 0 });
  });

  it('leaves a pending card pending, and pays and notifies it later', async () => {
    const merchant = await startWithCard('4000000000000077', 'PF_CC', { pendingMs: 30 });
    const { notifyUrl } = merchant;

    expect(await merchant.iotpay.purchaseWithToken({ ...token(), notifyUrl })).toMatchObject({
      status: 0,
      refundable: 0,
    });
    await merchant.notified(1);
    expect(await merchant.iotpay.query({ mchOrderNo: 'T-1' })).toMatchObject({ status: 2 });
  });

  it('does not know a card that nobody saved', async () => {
    const merchant = await startMerchant();

    await expect(merchant.iotpay.purchaseWithToken(token())).rejects.toMatchObject({
      code: 'card_not_bound',
    });
    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });

  it('charges once per order number, also while the bank is thinking', async () => {
    const merchant = await startWithCard('4242424242424242', 'PF_CC', { bankMs: 50 });

    const results = await Promise.allSettled([1, 2, 3].map(() => merchant.iotpay.purchaseWithToken(token())));

    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await merchant.control('orders')).toMatchObject({ orders: [{ charges: 1, status: 2 }] });
    await expect(merchant.iotpay.purchaseWithToken(token())).rejects.toMatchObject({
      retMsg: 'mchOrderNo is already used',
    });
  });

  it('a reset forgets a cc_purchasewithtoken that the bank is still thinking about', async () => {
    const merchant = await startWithCard('4242424242424242', 'PF_CC', { bankMs: 200 });
    const paying = merchant.call('cc_purchasewithtoken', fields(merchant));
    while (((await merchant.control('orders')).orders as unknown[]).length === 0);

    await merchant.control('reset', {});

    expect(await paying).toEqual({ retCode: 'FAIL', retMsg: 'system error' });
    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });

  it.each(['mchOrderNo', 'cardId', 'amount', 'currency', 'loginName'])('wants %s', async (field) => {
    const merchant = await startWithCard('4242424242424242');

    const answer = await merchant.call('cc_purchasewithtoken', fields(merchant, { [field]: '' }));

    expect(answer).toMatchObject({
      retCode: 'FAIL',
      retMsg: expect.stringContaining(`[${field}]`) as unknown,
    });
  });

  it.each<[string, unknown]>([
    ['mchOrderNo', 'x'.repeat(31)],
    ['cardId', 'x'.repeat(31)],
    ['subject', '🍁'.repeat(65)],
    ['body', '🍁'.repeat(251)],
    ['clientIp', 'x'.repeat(51)],
    ['mchUserId', 'x'.repeat(31)],
    ['notifyUrl', 'ftp://shop.example'],
    ['amount', 1.5],
    ['currency', 'USD'],
  ])('refuses %s %j', async (field, value) => {
    const merchant = await startWithCard('4242424242424242');

    const answer = await merchant.call('cc_purchasewithtoken', fields(merchant, { [field]: value }));

    expect(answer).toMatchObject({
      retCode: 'FAIL',
      retMsg: expect.stringContaining(`[${field}]`) as unknown,
    });
    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });
});
