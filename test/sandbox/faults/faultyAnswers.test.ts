import { describe, expect, it } from 'vitest';
import { startMerchant } from '../merchant';

describe('a fault', () => {
  it('spoils the next answer of its call, and no other', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_purchase', kind: 'fail', retMsg: 'busy' });

    expect((await merchant.call('cc_query', { mchOrderNo: 'X' })).retMsg).not.toBe('busy');
    expect(await merchant.call('cc_purchase', merchant.purchaseFields())).toEqual({
      retCode: 'FAIL',
      retMsg: 'busy',
    });
    expect((await merchant.call('cc_purchase', merchant.purchaseFields())).retCode).toBe('SUCCESS');
  });

  it('keeps the call from taking effect', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_purchase', kind: 'fail' });

    await merchant.call('cc_purchase', merchant.purchaseFields());

    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });

  it('loses only the answer when the call is carried out', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_purchase', kind: 'http', carriedOut: true });

    const answer = await merchant.post('/v3/cc_purchase', merchant.signed(merchant.purchaseFields()));

    expect(answer.status).toBe(500);
    expect(await merchant.control('orders')).toMatchObject({ orders: [{ mchOrderNo: 'ORDER-1' }] });
  });

  it('lasts as often as it was ordered', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_query', kind: 'fail', retMsg: 'busy', times: 2 });
    const ask = async () => (await merchant.call('cc_query', { mchOrderNo: 'X' })).retMsg;

    expect([await ask(), await ask(), await ask()]).toEqual(['busy', 'busy', 'pay order does not exist']);
  });

  it('a fault can be an HTTP error with a page instead of JSON', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_query', kind: 'http', status: 502 });

    const answer = await merchant.post('/v3/cc_query', {});

    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('<html>');
  });

  it('a fault can be JSON that breaks off', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_query', kind: 'brokenJson' });

    const answer = await merchant.post('/v3/cc_query', {});

    expect(answer.status).toBe(200);
    await expect(answer.json()).rejects.toThrow(SyntaxError);
  });

  it('a fault can be a connection that is cut before there is an answer', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_purchase', kind: 'cut' });

    await expect(merchant.call('cc_purchase', merchant.purchaseFields())).rejects.toThrow('fetch failed');
    expect(await merchant.control('orders')).toEqual({ orders: [] });
  });

  it('a fault can be a connection that is cut in the middle of the answer', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_purchase', kind: 'cut', carriedOut: true });

    const answer = await merchant.post('/v3/cc_purchase', merchant.signed(merchant.purchaseFields()));

    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow();
    expect(await merchant.control('orders')).toMatchObject({ orders: [{}] });
  });

  it('a fault can be a delay, after which the answer is the true one', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_purchase', kind: 'delay', ms: 50 });
    const sent = performance.now();

    const { retCode } = await merchant.call('cc_purchase', merchant.purchaseFields());

    expect(retCode).toBe('SUCCESS');
    expect(performance.now() - sent).toBeGreaterThan(45);
  });

  it('meets both spellings of cc_addcard', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'cc_addcard', kind: 'fail', retMsg: 'busy' });

    expect((await merchant.call('cc_addCard', merchant.cardFields())).retMsg).toBe('busy');
  });

  it('a fault can spoil what the browser asks for, too', async () => {
    const merchant = await startMerchant();
    await merchant.control('faults', { call: 'iotpaycc.js', kind: 'http', status: 503 });
    const load = async () => (await fetch(`${merchant.sandbox.url}/cc/iotpaycc.js`)).status;

    expect([await load(), await load()]).toEqual([503, 200]);
  });
});
