import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClocks, type SandboxClocks } from '../../../src/sandbox/time/clocks';
import type { LedgerEntry } from '../../../src/sandbox/orders/ledger';
import { createJournal } from '../../../src/sandbox/events/journal';
import { createTrust } from '../../../src/sandbox/network/trust';
import { createDeliveryFaults } from '../../../src/sandbox/notifications/deliveryFaults';
import { createSandboxTime } from '../../../src/sandbox/time/sandboxTime';
import { createNotifier } from '../../../src/sandbox/notifications/notifier';

function createTestNotifier(given: Partial<SandboxClocks> = {}) {
  const time = createSandboxTime();
  const deliveryFaults = createDeliveryFaults(time, () => 1);
  const clocks = createClocks(given);
  const desk = { clocks, time, journal: createJournal(time), trust: createTrust([]), deliveryFaults };
  return { time, deliveryFaults, notifier: createNotifier({ ...desk, merchantKey: 'key' }) };
}

describe('the notifier', () => {
  const entry = {
    order: { payOrderId: 'PC1', mchOrderNo: 'A', currency: 'CAD', amount: 1, status: 2, channel: 'PF_CC' },
    notifyUrl: 'http://localhost:3000/notify',
  } as LedgerEntry;
  let answer: () => Promise<Response>;
  const merchant = vi.fn<typeof fetch>((_, init) =>
    Promise.race([
      answer(),
      new Promise<never>((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
      ),
    ]),
  );

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', merchant.mockClear());
    answer = () => Promise.resolve(new Response('no'));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('pauses longer from attempt to attempt, and never gives up', async () => {
    const { notifier } = createTestNotifier({ notifyDelayMs: 500, notifyRetryMs: [2000, 5000] });
    notifier.notify(entry);

    let expected = 0;
    for (const pauseMs of [500, 2000, 5000, 5000, 5000]) {
      await vi.advanceTimersByTimeAsync(pauseMs - 1);
      expect(merchant).toHaveBeenCalledTimes(expected);
      await vi.advanceTimersByTimeAsync(1);
      expect(merchant).toHaveBeenCalledTimes((expected += 1));
    }
  });

  it('gives up on an answer that does not come, and tries again', async () => {
    answer = () => new Promise(() => undefined);
    const { notifier } = createTestNotifier({ notifyTimeoutMs: 100, notifyRetryMs: [50] });
    notifier.notify(entry);

    await vi.advanceTimersByTimeAsync(150);

    expect(merchant).toHaveBeenCalledTimes(2);
    expect(notifier.all()[0]?.attempts).toMatchObject([{ error: 'no answer within 100 ms' }]);
  });

  it('forgets what is waiting and what is under way when it is cleared', async () => {
    answer = () => new Promise(() => undefined);
    const { notifier } = createTestNotifier({ notifyRetryMs: [50] });
    notifier.notify(entry);
    await vi.advanceTimersByTimeAsync(0);

    notifier.clear();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(merchant).toHaveBeenCalledTimes(1);
    expect(merchant.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
    expect(notifier.all()).toEqual([]);
  });

  it('waits with a late one for as long as the clock says, or the fault itself', async () => {
    const { notifier, deliveryFaults } = createTestNotifier({ lateNotificationMs: 700 });
    deliveryFaults.add({ kind: 'late', times: 1, ms: 1500 });
    notifier.notify(entry);
    notifier.notify(entry, 'late');

    await vi.advanceTimersByTimeAsync(699);
    expect(merchant).toHaveBeenCalledTimes(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(merchant).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(799);
    expect(notifier.all().map(({ attempts }) => attempts.length)).toEqual([0, 1]);
    await vi.advanceTimersByTimeAsync(1);
    expect(notifier.all().map(({ attempts }) => attempts.length)).toEqual([1, 1]);
  });

  it('forgets what was held back when it is cleared', async () => {
    const { notifier } = createTestNotifier();
    notifier.notify(entry, 'outOfOrder');

    notifier.clear();
    notifier.notify(entry);
    await vi.advanceTimersByTimeAsync(0);

    expect(merchant).toHaveBeenCalledTimes(1);
  });

  it('the notifier has pauses that grow by default', () => {
    const { notifyRetryMs } = createClocks();

    expect(notifyRetryMs).toEqual([...notifyRetryMs].sort((one, other) => one - other));
    expect(new Set(notifyRetryMs).size).toBe(notifyRetryMs.length);
    expect(notifyRetryMs.length).toBeGreaterThan(3);
  });
});
