import { describe, expect, it } from 'vitest';
import { verify } from '../../../src/server/signing/verify';
import { startMerchant } from '../merchant';

describe('a notification by hand', () => {
  it.each([
    ['otherAmount', { amount: 1 }, true],
    ['otherOrder', { mchOrderNo: 'ORDER-1' }, true],
    ['wrongKey', { mchOrderNo: 'ORDER-2', status: 2 }, false],
  ] as const)(
    'a forgery of the kind %s is sent, and the timeline says so',
    async (forge, fields, isSigned) => {
      const merchant = await startMerchant();
      await merchant.purchase();
      const { mchOrderNo } = await merchant.purchase();
      merchant.reply.status = 409;

      const attempts = await merchant.sandbox.notify({ mchOrderNo, forge });

      expect(attempts).toMatchObject([{ httpStatus: 409 }]);
      const [message] = merchant.received;
      expect(message).toMatchObject(fields);
      expect(verify({ ...message }, merchant.sandbox.credentials.merchantKey)).toBe(isSigned);
      expect(merchant.sandbox.events({ type: 'notification' })).toMatchObject([
        { origin: 'forged', mchOrderNo, acknowledged: false, wrong: [expect.stringContaining('409')] },
      ]);
    },
  );

  it('a repeated notification by hand is sent three times at once', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo } = await merchant.purchase();

    expect(await merchant.sandbox.notify({ mchOrderNo, forge: 'repeated' })).toHaveLength(3);

    expect(new Set(merchant.received.map((message) => JSON.stringify(message))).size).toBe(1);
  });

  it('a late notification by hand waits by the sandbox’s time', async () => {
    const merchant = await startMerchant();
    const { mchOrderNo } = await merchant.purchase();
    const sending = merchant.sandbox.notify({ mchOrderNo, forge: 'late', ms: 3_600_000 });
    expect(merchant.received).toEqual([]);

    await merchant.sandbox.advance(3_600_000);

    expect(await sending).toMatchObject([{ httpStatus: 200 }]);
  });
});

describe('moving the time on', () => {
  it('sends the notifications that a shop refused once more, at the pauses that they have', async () => {
    const merchant = await startMerchant();
    merchant.reply.body = 'no';
    const { mchOrderNo, secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4242424242424242');
    await merchant.notified(1);

    await merchant.sandbox.advance(60_000);

    // After 2, 5 and 15 seconds; the next pause is a minute.
    const { notifications, order } = merchant.sandbox.order(mchOrderNo);
    expect(notifications[0]?.attempts).toHaveLength(4);
    expect(order.state).toBe('settled');
  });

  it('ends the hour of a form, and tells a page that waits for the UnionPay app what the customer did there', async () => {
    const merchant = await startMerchant();
    const unused = await merchant.purchase();
    const waiting = await merchant.purchase({ channel: 'UPI_EX' });
    const silent = await merchant.purchase({ channel: 'UPI_EX' });
    await merchant.submit(waiting.secureId, '6200000000000005');
    await merchant.submit(silent.secureId, '6200000000000104');

    await merchant.sandbox.advance(3_600_000);

    expect(await merchant.poll(waiting.secureId)).toMatchObject({ tone: 'success' });
    expect(await merchant.poll(silent.secureId)).toMatchObject({ events: [{ message: 'Timeout' }] });
    expect(await merchant.submit(unused.secureId, '4242424242424242')).toMatchObject({
      title: 'This page has expired',
    });
  });

  it('ends a fault that was ordered for a while', async () => {
    const { sandbox, call } = await startMerchant();
    sandbox.addFault({ call: '*', kind: 'fail', retMsg: 'down', forMs: 600_000 });
    expect(sandbox.state().faults).toMatchObject([{ of: 'call', until: expect.any(String) as unknown }]);
    const ask = async () => (await call('cc_query', { mchOrderNo: 'X' })).retMsg;
    expect([await ask(), await ask()]).toEqual(['down', 'down']);

    await sandbox.advance(600_000);

    expect(await ask()).toBe('pay order does not exist');
    expect(sandbox.state().faults).toEqual([]);
  });
});

it('takes one fault away by its number and leaves the others', async () => {
  const { sandbox } = await startMerchant();
  sandbox.addFault({ call: 'cc_query', kind: 'html' });
  const faults = sandbox.addNotificationFault({ kind: 'lost' });

  await fetch(`${sandbox.url}/_sandbox/faults/${faults[0]?.id}`, { method: 'DELETE' });

  expect(sandbox.state().faults).toMatchObject([{ of: 'notification', kind: 'lost' }]);
  expect(() => sandbox.removeFaults(999)).toThrow(/no such fault/);
});
