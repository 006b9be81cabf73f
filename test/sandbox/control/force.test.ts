import { describe, expect, it } from 'vitest';
import { resultOf, startMerchant } from '../merchant';

describe('forcing an outcome', () => {
  it.each([
    ['paid', '4000000000000002', 2, 'success'],
    ['declined', '4242424242424242', 9, 'failed'],
    ['undecided', '4242424242424242', 1, 'unknown'],
  ] as const)(
    'an outcome that is forced to be %s holds for every card',
    async (outcome, card, status, tone) => {
      const merchant = await startMerchant();
      const { mchOrderNo, secureId } = await merchant.purchase();
      await merchant.post(`/_sandbox/orders/${mchOrderNo}/force`, { outcome });
      expect(merchant.sandbox.order(mchOrderNo).order).toMatchObject({ state: 'open', forced: outcome });

      expect(resultOf(await merchant.submit(secureId, card)).tone).toBe(tone);

      expect(await merchant.order(mchOrderNo)).toMatchObject({ status });
      expect(merchant.sandbox.order(mchOrderNo).order).not.toHaveProperty('forced');
    },
  );

  it('a forced timeout tells the page "Timeout" and sends no notification, and a query finds the payment', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();
    merchant.sandbox.force(mchOrderNo, { outcome: 'timeout' });

    const { events } = resultOf(await merchant.submit(secureId, '4242424242424242'));

    expect(events).toEqual([{ result: 'FAIL', message: 'Timeout' }]);
    expect(merchant.sandbox.notifications()).toEqual([]);
    expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 2 });
  });

  it('an order that is forced to be paid at once is charged once and notified, and its open form charges nothing', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();
    merchant.sandbox.force(mchOrderNo, { outcome: 'paid', when: 'now' });
    await merchant.notified(1);

    expect(resultOf(await merchant.submit(secureId, '4000000000000002')).tone).toBe('success');

    expect(merchant.sandbox.order(mchOrderNo).order).toMatchObject({
      state: 'paid',
      charges: 1,
      session: 'used',
    });
  });

  it('decides a pending payment without charging it again, and its own decision comes no more', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4000000000000077');
    expect(merchant.sandbox.order(mchOrderNo).order.state).toBe('pending');

    merchant.sandbox.force(mchOrderNo, { outcome: 'declined', when: 'now' });
    await merchant.sandbox.advance(3_600_000);

    expect(merchant.sandbox.order(mchOrderNo).order).toMatchObject({ state: 'failed', charges: 1 });
    expect(merchant.received).toEqual([]);
  });

  it('an order that is forced to expire loses its form and stays open', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();
    merchant.sandbox.force(mchOrderNo, { outcome: 'expired' });

    expect(resultOf(await merchant.submit(secureId, '4242424242424242')).title).toBe('This page has expired');
    expect(merchant.sandbox.order(mchOrderNo).order).toMatchObject({ state: 'open', session: 'expired' });
  });

  it('a forced "no such order" hides even a paid order from queries until it is taken back', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo } = await merchant.pay();
    merchant.sandbox.force(mchOrderNo, { outcome: 'noSuchOrder' });
    expect((await merchant.call('cc_query', { mchOrderNo })).retMsg).toBe('pay order does not exist');

    await fetch(`${merchant.sandbox.url}/_sandbox/orders/${mchOrderNo}/force`, { method: 'DELETE' });

    expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 2 });
  });

  it('no outcome can be forced on a paid order or an unknown one', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo } = await merchant.pay();
    const statusFor = async (number: string, body: object) =>
      (await merchant.post(`/_sandbox/orders/${number}/force`, body)).status;

    expect(await statusFor(mchOrderNo, { outcome: 'declined' })).toBe(409);
    expect(await statusFor('NOBODY', { outcome: 'paid' })).toBe(404);
    expect(await statusFor(mchOrderNo, { outcome: 'exploded' })).toBe(400);
  });
});
