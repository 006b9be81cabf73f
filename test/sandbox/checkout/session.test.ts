import { describe, expect, it } from 'vitest';
import { resultOf, startMerchant } from '../merchant';

describe('a session', () => {
  it('a session is charged once, however often and however fast the card is sent', async () => {
    const merchant = await startMerchant({ clocks: { bankMs: 20 } });
    const { secureId } = await merchant.purchase();

    const answers = await Promise.all([
      merchant.submit(secureId, '4242424242424242'),
      merchant.submit(secureId, '4242424242424242'),
    ]);
    const later = await merchant.submit(secureId, '4000000000000002');

    expect(answers[1]).toEqual(answers[0]);
    expect(later).toEqual(answers[0]);
    await merchant.notified(1);
    expect(await merchant.control('orders')).toMatchObject({ orders: [{ status: 2, charges: 1 }] });
    expect(await merchant.control('notifications')).toMatchObject({ notifications: [{}] });
  });

  it('a card with invalid fields does not use up a session', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();

    const refused = await merchant.submit(secureId, '4242424242424241', { expiry: '01/20', code: '1' });

    expect(refused).toEqual({
      state: 'refused',
      errors: {
        number: expect.any(String) as unknown,
        expiry: expect.any(String) as unknown,
        code: expect.any(String) as unknown,
      },
    });
    expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 0 });
    expect(await merchant.submit(secureId, '4242424242424242')).toMatchObject({ tone: 'success' });
  });

  it('takes no card but the test cards, and does not even note its number', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();

    expect(await merchant.submit(secureId, '4111 1111 1111 1111')).toEqual({
      state: 'refused',
      errors: { number: expect.stringContaining('test cards') as unknown },
    });
    expect(JSON.stringify(await merchant.control('orders'))).not.toContain('4111');
  });

  it('keeps nothing of a card but its masked number, brand, name and date', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4242424242424242', { code: '987' });
    await merchant.notified(1);

    const kept = JSON.stringify([await merchant.control('orders'), await merchant.control('notifications')]);

    expect(kept).toContain('424242******4242');
    expect(kept).not.toContain('4242424242424242');
    expect(kept).not.toContain('cvv');
  });

  it('expires', async () => {
    const merchant = await startMerchant({ clocks: { secureIdTtlMs: 0 } });
    const { mchOrderNo, secureId } = await merchant.purchase();

    const answer = resultOf(await merchant.submit(secureId, '4242424242424242'));

    expect(answer).toMatchObject({
      tone: 'failed',
      events: [{ result: 'FAIL', message: 'secureId is expired' }],
    });
    expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 0 });
  });

  it('lives one hour', async () => {
    const merchant = await startMerchant();

    expect(await merchant.control('clocks')).toMatchObject({ secureIdTtlMs: 60 * 60 * 1000 });
  });

  it('delays what the shop hears of it, where the clocks say so', async () => {
    const merchant = await startMerchant({ clocks: { callbackDelayMs: 1234 } });
    const { secureId } = await merchant.purchase();

    expect(await merchant.submit(secureId, '4242424242424242')).toMatchObject({ delayMs: 1234 });
  });
});
