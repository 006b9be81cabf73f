import { describe, expect, it } from 'vitest';
import { resultOf, startMerchant } from '../merchant';

describe('paying by card', () => {
  it.each([
    ['4242424242424242', 2, '424242******4242', 'V', '123'],
    ['5555555555554444', 3, '555555******4444', 'M', '123'],
    ['378282246310005', 2, '378282*****0005', 'A', '1234'],
  ])('a payment with card %s succeeds with status %i', async (number, status, cardNum, cardType, code) => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();

    const answer = resultOf(await merchant.submit(secureId, number, { code }));

    const order = await merchant.order(mchOrderNo);
    expect(order).toMatchObject({ status, cardNum, cardType, expiryDate: '1234', refundable: 2434 });
    expect(order.paySuccTime).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    const redirectUrl = `${merchant.ownUrl}/thanks?cart=7&retCode=SUCCESS&status=${status}&mchOrderNo=${mchOrderNo}`;
    expect(answer).toMatchObject({ tone: 'success', redirectUrl });
    expect(answer.events).toEqual([
      { result: 'SUCCESS', detail: { retCode: 'SUCCESS', retMsg: '', retData: { ...order, redirectUrl } } },
    ]);
  });

  it.each([
    ['4000000000000002', 'Card declined'],
    ['4000000000009995', 'Insufficient funds'],
  ])('a payment with card %s fails with %s', async (number, retMsg) => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();

    const answer = resultOf(await merchant.submit(secureId, number));

    const order = await merchant.order(mchOrderNo);
    expect(order.status).toBe(9);
    expect(order).not.toHaveProperty('paySuccTime');
    const redirectUrl = new URL(answer.redirectUrl ?? '');
    expect(Object.fromEntries(redirectUrl.searchParams)).toEqual({
      cart: '7',
      retCode: 'FAIL',
      retMsg,
      status: '9',
      mchOrderNo,
    });
    const detail = { retCode: 'FAIL', retMsg, retData: { ...order, redirectUrl: redirectUrl.href } };
    expect(answer.events).toEqual([{ result: 'FAIL', message: retMsg, detail }]);
  });

  it('appends the result to the query of returnUrl and replaces nothing in it', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase({
      returnUrl: 'https://shop.example/?status=cart&lang=fr#top',
    });

    const { redirectUrl } = resultOf(await merchant.submit(secureId, '4242424242424242'));

    const { searchParams, hash } = new URL(redirectUrl ?? '');
    expect(searchParams.getAll('status')).toEqual(['cart', '2']);
    expect(searchParams.get('lang')).toBe('fr');
    expect(hash).toBe('#top');
  });

  it('the card 4000000000000119 breaks the gateway, and the shop gets only "system error"', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();

    const answer = resultOf(await merchant.submit(secureId, '4000000000000119'));

    expect(answer.events).toEqual([{ result: 'FAIL', message: 'system error' }]);
    expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 9 });
  });

  it('the card 4000000000000077 is pending, and later paid and notified', async () => {
    const merchant = await startMerchant({ clocks: { pendingMs: 30 } });
    const { mchOrderNo, secureId } = await merchant.purchase();

    const answer = resultOf(await merchant.submit(secureId, '4000000000000077'));

    expect(answer).toMatchObject({
      tone: 'unknown',
      events: [{ result: 'SUCCESS', detail: { retCode: 'SUCCESS', retData: { status: 0 } } }],
    });
    await merchant.notified(1);
    expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 2 });
  });

  it('the card 4000000000000226 makes the script call back twice', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();

    const { events } = resultOf(await merchant.submit(secureId, '4000000000000226'));

    expect(events).toHaveLength(2);
    expect(events[1]).toEqual(events[0]);
  });

  it('the card 4000000000000333 makes the script call back in the old shape', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();

    const { events } = resultOf(await merchant.submit(secureId, '4000000000000333'));

    expect(events).toEqual([
      { retCode: 'SUCCESS', retMsg: '', retData: expect.objectContaining({ status: 2 }) as unknown },
    ]);
  });
});
