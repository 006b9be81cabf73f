import { act, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSecureId } from '../../../src/client/secureId/useSecureId';
import { forgetPage } from '../../../src/contract/page';

const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(forgetPage);

const settle = () => act(() => vi.advanceTimersByTimeAsync(0));

/** A shop's server that answers when told to. */
function shop() {
  const calls: {
    signal: AbortSignal;
    answer: (value: unknown) => Promise<void>;
    fail: () => Promise<void>;
  }[] = [];
  const request = vi.fn(
    ({ signal }: { signal: AbortSignal }) =>
      new Promise<string>((resolve, reject) => {
        calls.push({
          signal,
          answer: async (value) => {
            resolve(value as string);
            await settle();
          },
          fail: async () => {
            reject(new Error('502'));
            await settle();
          },
        });
      }),
  );
  return { calls, request, last: () => calls.at(-1) as (typeof calls)[number] };
}

const ask = (request: Parameters<typeof useSecureId>[0], key = 'cart-1', enabled = true) =>
  renderHook((props) => useSecureId(request, props), { initialProps: { key, enabled } });

describe('one request per key', () => {
  it('asks once per key through StrictMode, re-renders and a second component', async () => {
    const { request, last } = shop();
    const first = renderHook(() => useSecureId(request, { key: 'k' }), { wrapper: StrictMode });
    const second = ask(request, 'k');
    for (let i = 0; i < 10; i++) first.rerender();
    expect(first.result.current.status).toBe('loading');
    await last().answer('s1');
    expect([first.result.current.secureId, second.result.current.secureId]).toEqual(['s1', 's1']);
    expect(request).toHaveBeenCalledOnce();
    expect(last().signal.aborted).toBe(false);
  });

  it('asks once per key when a component goes and comes back', async () => {
    const { request, last } = shop();
    const first = ask(request);
    await last().answer('s1');
    first.unmount();
    await settle();
    const second = ask(request);
    expect(second.result.current).toMatchObject({ status: 'ready', secureId: 's1' });
    expect(request).toHaveBeenCalledOnce();
  });

  it('asks once per key when a component is replaced by another while the request runs', async () => {
    const { request, last } = shop();
    ask(request).unmount();
    const second = ask(request);
    await settle();
    await last().answer('s1');
    expect(second.result.current.secureId).toBe('s1');
    expect(request).toHaveBeenCalledOnce();
  });

  it('asks again for another key', async () => {
    const { request, last } = shop();
    const { result, rerender } = ask(request, 'a');
    await last().answer('s1');
    rerender({ key: 'b', enabled: true });
    expect(result.current.status).toBe('loading');
    await last().answer('s2');
    expect(result.current.secureId).toBe('s2');
    rerender({ key: 'a', enabled: true });
    expect(result.current.secureId).toBe('s1');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('asks nothing while it is switched off', async () => {
    const { request } = shop();
    const { result, rerender } = ask(request, 'a', false);
    expect(result.current.status).toBe('idle');
    rerender({ key: 'a', enabled: true });
    expect(result.current.status).toBe('loading');
    expect(request).toHaveBeenCalledOnce();
    await settle();
  });
});

describe('an abort', () => {
  it('does not abort a request because components go, and keeps the answer for the next one', async () => {
    const { request, last } = shop();
    const [first, second] = [ask(request), ask(request)];
    first.unmount();
    second.unmount();
    await settle();
    expect(last().signal.aborted).toBe(false);
    await last().answer('s1');
    expect(ask(request).result.current).toMatchObject({ status: 'ready', secureId: 's1' });
    expect(request).toHaveBeenCalledOnce();
  });

  it('aborts a request when refresh() asks again, and ignores the late answer', async () => {
    const { request, calls, last } = shop();
    const { result } = ask(request);
    act(() => result.current.refresh());
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await calls[0]?.answer('late');
    expect(result.current.status).toBe('loading');
    await last().answer('s2');
    expect(result.current.secureId).toBe('s2');
  });
});

describe('an answer', () => {
  it('takes an object as an answer, and returns it as data', async () => {
    const { request, last } = shop();
    const { result } = ask(request);
    await last().answer({ secureId: 's1', mchOrderNo: 'O-1' });
    expect(result.current).toMatchObject({ status: 'ready', secureId: 's1', data: { mchOrderNo: 'O-1' } });
  });

  it.each([undefined, null, '', ' ', 'a b', 7, {}, { secureId: 7 }, { error: 'x' }])(
    'reports secure_id_invalid for the answer %j',
    async (answer) => {
      const { request, last } = shop();
      const { result } = ask(request);
      await last().answer(answer);
      expect(result.current).toMatchObject({ status: 'failed', error: { code: 'secure_id_invalid' } });
    },
  );

  it('reports secure_id_failed for a failed request, with the shop’s own error as its cause', async () => {
    const { request, last } = shop();
    const { result } = ask(request);
    await last().fail();
    expect(result.current).toMatchObject({
      status: 'failed',
      error: { code: 'secure_id_failed', cause: { message: '502' } },
    });
  });

  it('reports a request that throws before it returns a promise, too', async () => {
    const { result } = ask(() => {
      throw new Error('sync');
    });
    await settle();
    expect(result.current.error?.code).toBe('secure_id_failed');
  });
});

describe('refresh', () => {
  it('asks again by refresh() after a failure, with the latest request', async () => {
    const { request, last } = shop();
    const better = vi.fn(async () => 's2');
    const { result, rerender } = renderHook(
      (latest: () => Promise<string>) => useSecureId(latest, { key: 'k' }),
      {
        initialProps: request as unknown as () => Promise<string>,
      },
    );
    await last().fail();
    rerender(better);
    act(() => result.current.refresh());
    await settle();
    expect(result.current.secureId).toBe('s2');
    expect(request).toHaveBeenCalledOnce();
  });

  it('replaces a request under way by refresh(), so that at most one is open however often it is clicked', async () => {
    const { request, calls, last } = shop();
    const { result } = ask(request);
    await last().answer('s1');
    act(() => {
      result.current.refresh();
      result.current.refresh();
    });
    expect(result.current.status).toBe('loading');
    expect(calls.slice(1).map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await last().answer('s3');
    expect(result.current.secureId).toBe('s3');
  });
});

describe('the hour', () => {
  it('counts the hour of a secureId from the request, and ends in expired', async () => {
    const { request, last } = shop();
    const { result } = ask(request);
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    await last().answer('s1');
    await act(() => vi.advanceTimersByTimeAsync(hour - 10_001));
    expect(result.current.status).toBe('ready');
    await act(() => vi.advanceTimersByTimeAsync(1));
    expect(result.current).toMatchObject({
      status: 'expired',
      secureId: 's1',
      error: { code: 'secure_id_expired' },
    });
    act(() => result.current.refresh());
    await last().answer('s2');
    expect(result.current).toMatchObject({ status: 'ready', secureId: 's2' });
  });

  it('counts the hour of a secureId on while no component is there, without a timer', async () => {
    const { request, last } = shop();
    const first = ask(request);
    await last().answer('s1');
    first.unmount();
    await settle();
    expect(vi.getTimerCount()).toBe(0);
    vi.setSystemTime(Date.now() + hour);
    const { result } = ask(request);
    expect(result.current.status).toBe('loading');
    await last().answer('s2');
    expect(result.current.secureId).toBe('s2');
  });
});
