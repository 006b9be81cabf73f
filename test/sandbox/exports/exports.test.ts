import { describe, expect, it } from 'vitest';
import { startMerchant } from '../merchant';

describe('exports of the sandbox', () => {
  it('the HAR export is an HTTP Archive with the calls and the notifications', async () => {
    const merchant = await startMerchant();
    await merchant.pay();
    await merchant.notified(1);

    const answer = await fetch(`${merchant.sandbox.url}/_sandbox/export.har`);
    const { log } = (await answer.json()) as { log: { version: string; entries: Record<string, unknown>[] } };

    expect(answer.headers.get('content-disposition')).toContain('iotpay-sandbox.har');
    expect(log.version).toBe('1.2');
    const [first] = log.entries;
    expect(first).toMatchObject({
      request: { method: 'POST', url: `${merchant.sandbox.url}/v3/cc_purchase` },
      response: { status: 200, content: { mimeType: expect.stringContaining('json') as unknown } },
    });
    for (const entry of log.entries) {
      expect(entry).toMatchObject({
        startedDateTime: expect.any(String) as unknown,
        time: expect.any(Number) as unknown,
        cache: {},
        timings: {},
      });
    }
  });

  it('the JSON export has orders, notifications and the filtered events', async () => {
    const merchant = await startMerchant();
    await merchant.pay();

    const all = await merchant.control('export.json?type=call');

    expect(all).toMatchObject({ version: 1, orders: [{ state: 'paid' }] });
    expect((all.events as { type: string }[]).map(({ type }) => type)).toEqual(['call', 'call']);
    expect((await fetch(`${merchant.sandbox.url}/_sandbox/log?type=nonsense`)).status).toBe(400);
  });

  it('the inspector’s command line repeats a call', async () => {
    const { sandbox, purchase } = await startMerchant();
    await purchase({ subject: "Ada's mug" });
    const [call] = sandbox.events({ type: 'call' });

    expect(sandbox.event(call?.id ?? 0).curl).toContain(`Ada'\\''s mug`);
  });
});
