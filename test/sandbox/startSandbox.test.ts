import { startSandbox } from 'react-iotpay/sandbox';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startMerchant } from './merchant';

const untouched = { Request: globalThis.Request, Response: globalThis.Response };

describe('startSandbox', () => {
  it('takes a free port, so that any number of sandboxes run side by side', async () => {
    const one = await startMerchant();
    const other = await startMerchant();

    expect(one.sandbox.url).not.toBe(other.sandbox.url);
    await one.purchase();
    expect(await other.control('orders')).toEqual({ orders: [] });
  });

  it('takes the port that it is given, and says when that is taken', async () => {
    const first = await startSandbox();
    const port = Number(new URL(first.url).port);

    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'port_in_use' });
    await first.close();
    const second = await startSandbox({ port });
    onTestFinished(() => second.close());

    expect(second.url).toBe(`http://127.0.0.1:${port}`);
  });

  it('knows the merchant that it is given', async () => {
    const credentials = { mchId: '4711', loginName: 'ada', merchantKey: 'a key of our own' };
    const merchant = await startMerchant({ credentials });

    expect(merchant.sandbox.credentials).toEqual(credentials);
    expect((await merchant.call('cc_purchase', merchant.purchaseFields())).retCode).toBe('SUCCESS');
  });

  it('startSandbox has credentials of its own, the same each time', async () => {
    const [one, other] = [await startMerchant(), await startMerchant()];

    expect(one.sandbox.credentials).toEqual(other.sandbox.credentials);
  });

  it.each([
    [{ port: 65_536 }],
    [{ port: 1.5 }],
    [{ credentials: { mchId: '' } }],
    [{ credentials: { merchantKey: ' key' } }],
    [{ credentials: { loginName: 'thirteen char' } }],
    [{ clocks: { bankMs: -1 } }],
    [{ clocks: { notifyRetryMs: [] } }],
  ])('refuses %j', async (options) => {
    await expect(startSandbox(options)).rejects.toMatchObject({ code: 'invalid_config' });
  });

  it('stops: it can not be reached any more, and what it had to tell is not told', async () => {
    const merchant = await startMerchant({ clocks: { notifyDelayMs: 60_000 } });
    const { secureId } = await merchant.purchase();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    await merchant.submit(secureId, '4242424242424242');
    expect(await merchant.control('notifications')).toMatchObject({ notifications: [{ state: 'waiting' }] });

    await merchant.sandbox.close();

    const told = vi.spyOn(globalThis, 'fetch');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(told).not.toHaveBeenCalled();
    await expect(fetch(merchant.sandbox.url)).rejects.toThrow('fetch failed');
  });

  it('leaves the globals of the program that started it alone', async () => {
    await startMerchant();

    expect(globalThis.Request).toBe(untouched.Request);
    expect(globalThis.Response).toBe(untouched.Response);
  });
});
