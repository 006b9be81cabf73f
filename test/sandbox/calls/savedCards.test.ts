import { describe, expect, it } from 'vitest';
import { resultOf, startMerchant } from '../merchant';

describe('saved cards', () => {
  it.each(['cc_addcard', 'cc_addCard'])(
    'saved cards are bound through the session that %s opens',
    async (name) => {
      const merchant = await startMerchant();
      const { retData } = await merchant.call(name, merchant.cardFields({ cardId: 'ada-1' }));
      const key = String(retData.secureId);

      expect(key).toMatch(/^[0-9a-f]{64}$/);
      expect(retData.redirectUrl).toBe(`${merchant.sandbox.url}/cc/addcard?key=${key}`);
      await merchant.submit(key, '4242424242424242');

      expect(await merchant.call('cc_querycard', { cardId: 'ada-1' })).toEqual({
        retCode: 'SUCCESS',
        retMsg: '',
        retData: {
          cardId: 'ada-1',
          cardNum: '424242******4242',
          holder: 'Ada Lovelace',
          expiryDate: '1234',
          cvv: '***',
        },
      });
    },
  );

  it('the shop’s page gets the security code of a saved card, which it has to drop', async () => {
    const merchant = await startMerchant();
    const { retData } = await merchant.call('cc_addcard', merchant.cardFields({ cardId: 'ada-1' }));

    const answer = resultOf(
      await merchant.submit(String(retData.secureId), '5555555555554444', { code: '987' }),
    );

    const redirectUrl = `${merchant.ownUrl}/cards?retCode=SUCCESS`;
    expect(answer.redirectUrl).toBe(redirectUrl);
    expect(answer.events).toEqual([
      {
        result: 'SUCCESS',
        detail: {
          retCode: 'SUCCESS',
          retMsg: '',
          retData: {
            cardId: 'ada-1',
            cardNum: '555555******4444',
            holder: 'Ada Lovelace',
            expiryDate: '1234',
            cvv: '987',
            redirectUrl,
          },
        },
      },
    ]);
  });

  it('saved cards are not bound when the bank declines', async () => {
    const merchant = await startMerchant();
    const { retData } = await merchant.call('cc_addcard', merchant.cardFields({ cardId: 'ada-1' }));

    const answer = resultOf(await merchant.submit(String(retData.secureId), '4000000000000002'));

    expect(answer).toMatchObject({
      tone: 'failed',
      events: [{ result: 'FAIL', detail: { retMsg: 'Card declined', retData: { cardId: 'ada-1' } } }],
      redirectUrl: `${merchant.ownUrl}/cards?retCode=FAIL&retMsg=Card+declined`,
    });
    expect(await merchant.call('cc_querycard', { cardId: 'ada-1' })).toEqual({
      retCode: 'FAIL',
      retMsg: 'cardId is not binding',
    });
  });

  it('bind a cardId once', async () => {
    const merchant = await startMerchant();
    const fields = merchant.cardFields({ cardId: 'ada-1' });
    const { retData } = await merchant.call('cc_addcard', fields);
    await merchant.submit(String(retData.secureId), '4242424242424242');

    expect(await merchant.call('cc_addcard', fields)).toEqual({
      retCode: 'FAIL',
      retMsg: 'cardId is already binding',
    });
  });

  it('saved cards have a cardId of at most 30 characters', async () => {
    const merchant = await startMerchant();

    expect((await merchant.call('cc_addcard', merchant.cardFields({ cardId: 'x'.repeat(31) }))).retCode).toBe(
      'FAIL',
    );
    expect((await merchant.call('cc_querycard', { cardId: 'x'.repeat(31) })).retMsg).toContain('[cardId]');
  });

  it('saving a card sends no notification', async () => {
    const merchant = await startMerchant();
    const { retData } = await merchant.call('cc_addcard', merchant.cardFields());
    await merchant.submit(String(retData.secureId), '4242424242424242');

    expect(await merchant.control('notifications')).toEqual({ notifications: [] });
  });
});
