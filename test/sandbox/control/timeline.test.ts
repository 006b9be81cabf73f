import { describe, expect, it, vi } from 'vitest';
import { startMerchant } from '../merchant';
import { sign } from '../../../src/server/signing/sign';

describe('an order’s timeline', () => {
  it('holds what happened to it and to its refunds, and nothing of other orders', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, payOrderId } = await merchant.pay();
    await merchant.pay();
    merchant.sandbox.settle();
    await merchant.iotpay.refund({ mchRefundNo: 'R-1', payOrderId, refundAmount: 100 });
    await vi.waitFor(() => expect(merchant.sandbox.order(mchOrderNo).notifications).toHaveLength(1));

    const { order, related, events } = merchant.sandbox.order(mchOrderNo);

    expect(order).toMatchObject({ state: 'partlyRefunded', charges: 1, settlement: 'settled' });
    expect(related.map((one) => one.mchOrderNo)).toEqual(['R-1']);
    expect(new Set(events.map((event) => event.mchOrderNo))).toEqual(new Set([mchOrderNo, 'R-1']));
    expect(events.flatMap((event) => (event.type === 'order' ? [event.change] : []))).toEqual([
      'opened',
      'charged',
      'paid',
      'settled',
      'opened',
      'refunded',
      'refunded',
    ]);
  });

  it.each([
    [404, 'nope', 'text/plain', /notifyUrl answered 404/],
    [200, '<html></html>', 'text/html', /HTML page/],
    [200, 'ok', 'text/plain', /not "success"/],
    [302, '', 'text/plain', /redirect/],
    [500, '', 'text/plain', /failed while it handled/],
  ])('says in words that the shop never acknowledged: %i %j', async (status, body, type, problem) => {
    const merchant = await startMerchant();
    Object.assign(merchant.reply, { status, body, headers: { 'Content-Type': type } });
    const { mchOrderNo, secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4242424242424242');
    await vi.waitFor(() => expect(merchant.sandbox.events({ type: 'notification' })).toHaveLength(1));

    const { wrong } = merchant.sandbox.order(mchOrderNo);

    expect(wrong.join(' ')).toMatch(/The shop never acknowledged the notification \(one attempt\)/);
    expect(wrong.join(' ')).toMatch(problem);
    expect(wrong.join(' ')).toMatch(/not asked with cc_query/);
  });
});

describe('a call in the inspector', () => {
  it('shows the steps of its signature with the key masked, and a command line that repeats it', async () => {
    const { sandbox, purchase } = await startMerchant();
    await purchase();
    const [call] = sandbox.events({ type: 'call' });

    const { signature, curl } = sandbox.event(call?.id ?? 0);

    expect(signature?.isValid).toBe(true);
    expect(JSON.stringify(signature)).toContain('&key=••••••••');
    expect(curl).toContain(`curl -sS '${sandbox.url}/v3/cc_purchase'`);
    expect(JSON.stringify([signature, curl])).not.toContain(sandbox.credentials.merchantKey);
  });

  it.each([
    ['ends in a space', (key: string) => `${key} `],
    ['ends in a line break', (key: string) => `${key}\n`],
    ['stands in quotation marks', (key: string) => `"${key}"`],
    ['turned into lower case', (key: string) => key.toLowerCase()],
    ['environment variable is not set', () => 'undefined'],
  ])('says that the key %s', async (words, spoil) => {
    const { sandbox, post } = await startMerchant();
    const message = { mchId: sandbox.credentials.mchId, mchOrderNo: 'A' };
    await post('/v3/cc_query', { ...message, sign: sign(message, spoil(sandbox.credentials.merchantKey)) });

    const [call] = sandbox.events({ type: 'call' });
    expect(call).toMatchObject({ retMsg: 'Verify sign failed', wrong: [expect.stringContaining(words)] });
  });

  it('says what is wrong with an amount that is no cents, and a number that is a UUID', async () => {
    const { sandbox, call, purchaseFields } = await startMerchant();
    await call('cc_purchase', purchaseFields({ amount: 19.99 }));
    await call('cc_purchase', purchaseFields({ mchOrderNo: '123e4567-e89b-12d3-a456-426614174000' }));

    expect(sandbox.events({ type: 'call' })).toMatchObject([
      { wrong: [expect.stringContaining('19.99')] },
      { wrong: [expect.stringContaining('36 characters')] },
    ]);
  });

  it('shows an answer that was cut as far as it was sent, and the fault', async () => {
    const merchant = await startMerchant();
    merchant.sandbox.addFault({ call: '*', kind: 'cut', carriedOut: true });
    await merchant.call('cc_purchase', merchant.purchaseFields()).catch(() => undefined);

    await vi.waitFor(() => expect(merchant.sandbox.events({ type: 'call' })).toHaveLength(1));
    const [call] = merchant.sandbox.events({ type: 'call' });
    expect(call).toMatchObject({
      answer: { status: 0, body: expect.stringMatching(/^\{"retCode":"SUCCESS"/) as unknown },
    });
    expect(merchant.sandbox.events({ type: 'fault' })).toMatchObject([{ call: 'cc_purchase', kind: 'cut' }]);
  });
});
