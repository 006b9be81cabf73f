import { describe, expect, it } from 'vitest';
import { startMerchant } from '../merchant';

describe('every call', () => {
  it('every call refuses a message with a field that was changed after signing', async () => {
    const merchant = await startMerchant();
    const message = { ...merchant.signed(merchant.purchaseFields()), amount: 1 };

    const answer = await merchant.post('/v3/cc_purchase', message);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ retCode: 'FAIL', retMsg: 'Verify sign failed' });
    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });

  it('every call refuses a message without a sign', async () => {
    const merchant = await startMerchant();
    const unsigned = { ...merchant.signed(merchant.purchaseFields()), sign: undefined };

    const answer: unknown = await (await merchant.post('/v3/cc_purchase', unsigned)).json();

    expect(answer).toMatchObject({ retCode: 'FAIL', retMsg: expect.stringContaining('[sign]') as unknown });
  });

  it('every call refuses a merchant that the gateway does not know', async () => {
    const merchant = await startMerchant();

    expect(await merchant.call('cc_query', { mchId: '666', mchOrderNo: 'X' })).toEqual({
      retCode: 'FAIL',
      retMsg: 'mchId does not exist',
    });
    expect(await merchant.call('cc_query', { mchId: '', mchOrderNo: 'X' })).toMatchObject({
      retCode: 'FAIL',
      retMsg: expect.stringContaining('[mchId]') as unknown,
    });
  });

  it('every call refuses another merchant’s login name', async () => {
    const merchant = await startMerchant();

    const answer = await merchant.call('cc_purchase', merchant.purchaseFields({ loginName: 'mallory' }));

    expect(answer).toEqual({ retCode: 'FAIL', retMsg: 'loginName does not exist' });
  });

  it('every call refuses a body that is not JSON', async () => {
    const merchant = await startMerchant();

    const response = await fetch(`${merchant.sandbox.url}/v3/cc_query`, { method: 'POST', body: '{"mchId' });

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ retCode: 'FAIL' });
  });

  it('lets fields pass that it does not know, as long as they are signed', async () => {
    const merchant = await startMerchant();

    const answer = await merchant.call('cc_purchase', merchant.purchaseFields({ isVip: 'é 🍁', level: 0 }));

    expect(answer.retCode).toBe('SUCCESS');
  });

  it('a call under an unknown name is refused', async () => {
    const merchant = await startMerchant();

    for (const name of ['cc_steal', 'constructor', '__proto__']) {
      expect((await merchant.post(`/v3/${name}`, merchant.signed({}))).status).toBe(404);
    }
  });

  it('no call can be made from a browser, because there is no CORS', async () => {
    const merchant = await startMerchant();

    const preflight = await fetch(`${merchant.sandbox.url}/v3/cc_query`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://localhost:3000', 'Access-Control-Request-Method': 'POST' },
    });
    const call = await merchant.post('/v3/cc_query', {});

    expect(preflight.headers.has('access-control-allow-origin')).toBe(false);
    expect(call.headers.has('access-control-allow-origin')).toBe(false);
  });
});
