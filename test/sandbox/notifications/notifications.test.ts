import { startSandbox } from 'react-iotpay/sandbox';
import { describe, expect, it, vi } from 'vitest';
import { verify } from '../../../src/server/signing/verify';
import { startMerchant } from '../merchant';

/** On a busy computer a socket takes its time. */
const patience = 4000;

describe('a notification', () => {
  it('a notification is the signed order', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4242424242424242');
    await merchant.notified(1);

    const [message] = merchant.received;

    expect(verify({ ...message }, merchant.sandbox.credentials.merchantKey)).toBe(true);
    expect({ ...message, sign: undefined }).toEqual({
      ...(await merchant.order(mchOrderNo)),
      sign: undefined,
    });
  });

  it('does not come of a payment that failed', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4000000000000002');

    expect(await merchant.control('notifications')).toEqual({ notifications: [] });
  });

  it.each(['success', ' SUCCESS\n', 'Success'])(
    'a notification is not sent again after the answer %j',
    async (answer) => {
      const merchant = await startMerchant({ clocks: { notifyRetryMs: [0] } });
      merchant.reply.body = answer;
      const { secureId } = await merchant.purchase();
      await merchant.submit(secureId, '4242424242424242');
      await merchant.notified(1);

      await vi.waitFor(async () => {
        expect(await merchant.control('notifications')).toMatchObject({
          notifications: [{ state: 'delivered', attempts: [{ httpStatus: 200, answer }] }],
        });
      }, patience);
      expect(merchant.received).toHaveLength(1);
    },
  );

  it.each<[string, number, string]>([
    ['HTTP 500', 500, 'success'],
    ['an empty answer', 200, ''],
    ['another word', 200, 'successful'],
  ])('comes again after %s', async (_, status, body) => {
    const merchant = await startMerchant({ clocks: { notifyRetryMs: [0] } });
    Object.assign(merchant.reply, { status, body });
    const { secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4242424242424242');
    await merchant.notified(3);
    Object.assign(merchant.reply, { status: 200, body: 'success' });

    await vi.waitFor(async () => {
      expect(await merchant.control('notifications')).toMatchObject({
        notifications: [{ state: 'delivered' }],
      });
    }, patience);
    expect(merchant.received[2]).toEqual(merchant.received[0]);
  });

  it('does not follow a redirect, which could lead off this computer', async () => {
    const merchant = await startMerchant();
    Object.assign(merchant.reply, { status: 307, headers: { Location: `${merchant.ownUrl}/elsewhere` } });
    const { mchOrderNo } = await merchant.purchase();

    expect(await merchant.control('notifications', { mchOrderNo })).toMatchObject({ httpStatus: 307 });
    expect(merchant.received).toHaveLength(1);
  });

  it('waits for a merchant that is not there', async () => {
    const merchant = await startMerchant({ clocks: { notifyRetryMs: [0, 60_000] } });
    const gone = await startSandbox();
    await gone.close();
    const { secureId } = await merchant.purchase({ notifyUrl: `${gone.url}/notify` });
    await merchant.submit(secureId, '4242424242424242');

    const attempt = {
      at: expect.any(String) as unknown,
      error: expect.stringContaining('ECONNREFUSED') as unknown,
    };
    await vi.waitFor(async () => {
      expect(await merchant.control('notifications')).toMatchObject({
        notifications: [{ state: 'waiting', attempts: [attempt, attempt] }],
      });
    }, patience);
  });

  it('a notification is never sent off this computer', async () => {
    const merchant = await startMerchant();
    const outside = vi.spyOn(globalThis, 'fetch');
    const { mchOrderNo, secureId } = await merchant.purchase({ notifyUrl: 'https://shop.example/notify' });
    await merchant.submit(secureId, '4242424242424242');

    expect(await merchant.control('notifications')).toMatchObject({
      notifications: [{ state: 'undeliverable', attempts: [] }],
    });
    expect(await merchant.control('notifications', { mchOrderNo })).toMatchObject({
      error: expect.stringContaining('not on this computer') as unknown,
    });
    expect(outside).not.toHaveBeenCalledWith('https://shop.example/notify', expect.anything());
  });
});
