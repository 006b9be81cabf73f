import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/server/signing/verify';
import { startMerchant } from '../merchant';

describe('/_sandbox/reset', () => {
  it('forgets orders, cards, sessions, notifications and faults, and sets the clocks back', async () => {
    const merchant = await startMerchant({ clocks: { polls: 7 } });
    const { secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4242424242424242');
    const card = await merchant.call('cc_addcard', merchant.cardFields({ cardId: 'ada' }));
    await merchant.submit(String(card.retData.secureId), '4242424242424242');
    await merchant.control('clocks', { polls: 2, notifyRetryMs: [1] });
    await merchant.control('faults', { call: 'cc_query', kind: 'cut' });

    await merchant.control('reset', {});

    expect(await merchant.control('orders')).toEqual({ orders: [] });
    expect(await merchant.control('notifications')).toEqual({ notifications: [] });
    expect(await merchant.control('faults')).toEqual({ faults: [] });
    expect(await merchant.control('clocks')).toMatchObject({
      polls: 7,
      bankMs: 0,
      notifyRetryMs: [2000, 5000, 15_000, 60_000, 300_000, 900_000],
    });
    expect((await merchant.call('cc_querycard', { cardId: 'ada' })).retMsg).toBe('cardId is not binding');
    expect((await fetch(`${merchant.sandbox.url}/cc/purchase?key=${secureId}`)).status).toBe(410);
  });
});

describe('/_sandbox/orders', () => {
  it('lists orders, newest first, with what they are for and how often a card was charged', async () => {
    const merchant = await startMerchant();
    const first = await merchant.purchase({ subject: 'Mug' });
    const second = await merchant.purchase();
    await merchant.submit(first.secureId, '4000000000000002');

    expect(await merchant.control('orders')).toMatchObject({
      orders: [
        { mchOrderNo: second.mchOrderNo, status: 0, charges: 0 },
        { mchOrderNo: first.mchOrderNo, status: 9, charges: 1, subject: 'Mug' },
      ],
    });
  });

  it('never gives away a secureId', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();

    expect(JSON.stringify(await merchant.control('orders'))).not.toContain(secureId);
  });
});

describe('/_sandbox/notifications', () => {
  it('sends the notification of an order again, in each of its states', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo, secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4242424242424242');
    await merchant.notified(1);

    const attempt = await merchant.control('notifications', { mchOrderNo });

    expect(attempt).toMatchObject({ httpStatus: 200, answer: 'success' });
    expect(merchant.received[1]).toEqual(merchant.received[0]);
  });

  it('sends one with changed fields and a good signature', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo } = await merchant.purchase();

    await merchant.control('notifications', { mchOrderNo, changes: { amount: 1, status: '2', mchId: null } });

    const [message] = merchant.received;
    expect(message).toMatchObject({ amount: 1, status: '2', mchId: null });
    expect(verify({ ...message }, merchant.sandbox.credentials.merchantKey)).toBe(true);
  });

  it('forges one that claims a payment, and leaves the order as it is', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo } = await merchant.purchase();
    merchant.reply.status = 401;

    const attempt = await merchant.control('notifications', { mchOrderNo, forged: true });

    expect(attempt).toMatchObject({ httpStatus: 401 });
    const [message] = merchant.received;
    expect(message).toMatchObject({
      mchOrderNo,
      status: 2,
      sign: expect.stringMatching(/^[0-9A-F]{32}$/) as unknown,
    });
    expect(verify({ ...message }, merchant.sandbox.credentials.merchantKey)).toBe(false);
    expect(await merchant.order(mchOrderNo)).toMatchObject({ status: 0 });
  });

  it('knows no other orders', async () => {
    const merchant = await startMerchant();

    expect((await merchant.post('/_sandbox/notifications', { mchOrderNo: 'NOBODY' })).status).toBe(404);
  });
});

it('has nothing go wrong any more once the faults are deleted', async () => {
  const merchant = await startMerchant();
  await merchant.control('faults', { call: 'cc_query', kind: 'cut' });

  await fetch(`${merchant.sandbox.url}/_sandbox/faults`, { method: 'DELETE' });

  expect(await merchant.control('faults')).toEqual({ faults: [] });
});

describe('wrong control calls', () => {
  it.each([
    ['clocks', { poll: 3 }, 'poll'],
    ['clocks', { polls: 0 }, 'polls'],
    ['clocks', { notifyRetryMs: [] }, 'notifyRetryMs'],
    ['faults', { call: 'cc_query', kind: 'explode' }, 'kind'],
    ['faults', { kind: 'cut' }, 'call'],
    ['notifications', {}, 'mchOrderNo'],
  ])('a control call to %s with %j is refused because of %s', async (path, body, field) => {
    const merchant = await startMerchant();

    const answer = await merchant.post(`/_sandbox/${path}`, body);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.stringContaining(field) as unknown });
  });

  it('change no clock when one of them is wrong', async () => {
    const merchant = await startMerchant();
    const before = await merchant.control('clocks');

    await merchant.control('clocks', { polls: 3, bankMs: -1 });

    expect(await merchant.control('clocks')).toEqual(before);
  });
});
