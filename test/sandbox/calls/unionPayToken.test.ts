import { describe, expect, it } from 'vitest';
import { startMerchant } from '../merchant';

const inTheApp = '6200000000000005';
const declinedInTheApp = '6200000000000302';
const silentButPaid = '6200000000000104';
const silentAndFailed = '6200000000000203';

async function startWithCard(number: string, clocks = {}) {
  const merchant = await startMerchant({ clocks });
  await merchant.saveCard('ada', number, 'UPI_EX');
  return merchant;
}

const token = () => ({ mchOrderNo: 'T-1', cardId: 'ada', amount: 2434 });

describe('cc_purchasewithtoken with a UnionPay card', () => {
  it('cc_purchasewithtoken with a UnionPay card is pending until the customer has confirmed in the app', async () => {
    const merchant = await startWithCard(inTheApp, { pendingMs: 30 });
    const { notifyUrl } = merchant;

    const order = await merchant.iotpay.purchaseWithToken({ ...token(), notifyUrl });

    expect(order).toMatchObject({ status: 0, channel: 'UPI_EX', cardType: 'U' });
    await merchant.notified(1);
    expect(merchant.received).toMatchObject([{ mchOrderNo: 'T-1', status: 2 }]);
  });

  it('fails when the customer refuses in the app', async () => {
    const merchant = await startWithCard(declinedInTheApp, { pendingMs: 30 });
    const { notifyUrl } = merchant;
    const order = await merchant.iotpay.purchaseWithToken({ ...token(), notifyUrl });

    expect(order.status).toBe(0);
    expect(await merchant.iotpay.waitForResult({ mchOrderNo: 'T-1', intervalMs: 20 })).toMatchObject({
      status: 'failed',
    });
    expect(await merchant.control('notifications')).toEqual({ notifications: [] });
  });

  it.each([
    [silentButPaid, 2],
    [silentAndFailed, 9],
  ])('tells of %s only to who asks late enough: status %i', async (number, status) => {
    const merchant = await startWithCard(number, { pollIntervalMs: 1_000_000 });
    const { notifyUrl } = merchant;
    const ask = async (mchOrderNo: string) => (await merchant.iotpay.query({ mchOrderNo })).status;

    await merchant.iotpay.purchaseWithToken({ ...token(), notifyUrl });
    expect(await ask('T-1')).toBe(0);
    await merchant.control('clocks', { pollIntervalMs: 0 });
    await merchant.iotpay.purchaseWithToken({ ...token(), mchOrderNo: 'T-2', notifyUrl });
    expect(await ask('T-2')).toBe(status);
    expect(await merchant.control('notifications')).toEqual({ notifications: [] });
  });

  it('wants a notifyUrl', async () => {
    const merchant = await startWithCard(inTheApp);

    await expect(merchant.iotpay.purchaseWithToken(token())).rejects.toMatchObject({
      retMsg: expect.stringContaining('[notifyUrl]') as unknown,
    });
    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });
});
