import { startSandbox } from 'react-iotpay/sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMerchant } from '../merchant';
import { eventsIn, readStream, type StreamMessage } from './readStream';

const callsIn = (messages: readonly StreamMessage[]) =>
  eventsIn(messages).filter(({ type }) => type === 'call');

describe('the stream of events', () => {
  it('tells of a payment from the call to the answer of the shop, in the order in which it happened', async () => {
    const merchant = await startMerchant();
    const reading = readStream(`${merchant.sandbox.url}/_sandbox/events`, (messages) =>
      eventsIn(messages).some(({ type }) => type === 'notification'),
    );
    await merchant.pay();

    const told = eventsIn(await reading).filter(({ type }) => type !== 'control');
    expect(
      told.filter((event) => event.type !== 'call' || event.call !== 'cc_query').map(({ type }) => type),
    ).toEqual(['order', 'call', 'order', 'order', 'card', 'notification']);
    expect(told.every(({ mchOrderNo }) => mchOrderNo === 'ORDER-1')).toBe(true);
    expect(told.at(-1)).toMatchObject({ acknowledged: true, answer: { httpStatus: 200 } });
  });

  it('loses no line at 200 calls a second to a reader that is cut off again and again', async () => {
    const { sandbox, call } = await startMerchant();
    const calls = 600;
    const seen: StreamMessage[] = [];
    const reading = (async () => {
      while (callsIn(seen).length < calls) {
        const before = seen.length;
        const lastId = seen.findLast(({ id }) => id !== undefined)?.id;
        // Each connection is hung up after 50 events, wherever that is in a chunk.
        const isEnough = (messages: readonly StreamMessage[]) =>
          messages.length > 50 || callsIn([...seen, ...messages]).length >= calls;
        const more = await readStream(`${sandbox.url}/_sandbox/events`, isEnough, lastId);
        seen.push(...more.filter(({ event }) => event !== 'hello'));
        expect(seen.length).toBeGreaterThanOrEqual(before);
      }
    })();

    for (let sent = 0; sent < calls; sent += 20) {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => call('cc_query', { mchOrderNo: `Q-${sent + index}` })),
      );
    }
    await reading;

    expect(seen.some(({ event }) => event === 'gap')).toBe(false);
    const ids = eventsIn(seen).map(({ id }) => id);
    expect(ids).toEqual(Array.from({ length: ids.length }, (_, index) => (ids[0] ?? 0) + index));
    expect(new Set(callsIn(seen).map(({ mchOrderNo }) => mchOrderNo)).size).toBe(calls);
  });

  it('begins after the event that the state was fetched at', async () => {
    const merchant = await startMerchant();
    await merchant.purchase();
    const { lastEventId } = merchant.sandbox.state();
    await merchant.purchase();

    const told = await readStream(
      `${merchant.sandbox.url}/_sandbox/events?after=${lastEventId}`,
      (messages) => callsIn(messages).length === 1,
    );

    expect(eventsIn(told).map(({ id }) => id)).toEqual([lastEventId + 1, lastEventId + 2]);
  });

  it('tells a reader of an earlier run that the sandbox was started again', async () => {
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());

    const [hello] = await readStream(
      `${sandbox.url}/_sandbox/events`,
      ({ length }) => length > 1,
      'abc123-17',
    );

    expect(hello).toMatchObject({ event: 'hello', data: { run: sandbox.state().run, isRestarted: true } });
  });

  it('never holds the key, a secureId, a security code or wallet data', async () => {
    const merchant = await startMerchant();
    const { secureId } = await merchant.purchase();
    await merchant.submit(secureId, '4242424242424242', { code: '987' });
    const add = await merchant.call('cc_addcard', merchant.cardFields());
    const answer = await merchant.submit(String(add.retData.secureId), '4242424242424242', { code: '987' });
    const told = {
      key: add.retData.secureId,
      integration: 'frame',
      events: answer.state === 'finished' && answer.events,
    };
    await merchant.post('/cc/told', told);
    const walletData = Buffer.from('{"token":"very secret"}').toString('base64');
    await merchant.call('cc_purchasewithwallet', {
      ...merchant.purchaseFields(),
      walletType: 'ApplePay',
      walletData,
      body: `my key is ${merchant.sandbox.credentials.merchantKey}`,
    });

    const everything = JSON.stringify(merchant.sandbox.exportJson());

    expect(everything).toContain('callback');
    for (const secret of [
      secureId,
      String(add.retData.secureId),
      '987',
      walletData,
      merchant.sandbox.credentials.merchantKey,
    ]) {
      expect(everything.includes(secret)).toBe(false);
    }
  });
});
