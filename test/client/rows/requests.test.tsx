import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { useSession } from '../comingApi';
import { act } from '@testing-library/react';
import {
  Activity,
  answering,
  Checkout,
  createTab,
  frames,
  pass,
  press,
  letPageRest,
  show,
  statuses,
  openPages,
  type Request,
} from './checkoutPage';

const iotpay = openPages();

describe('a request that never answers', () => {
  it('fails a request that never answers after 30 seconds, aborts it, and can try again', async () => {
    const signals: AbortSignal[] = [];
    const request = vi.fn<Request>(({ signal }) => {
      signals.push(signal);
      return signals.length < 2 ? new Promise(() => undefined) : Promise.resolve('b');
    });
    const onError = vi.fn();
    await show(<Checkout request={request} onError={onError} />);
    await pass(29_000);
    expect(statuses()).toEqual(['loading']);
    await pass(1500);
    expect(statuses()).toEqual(['failed']);
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'secure_id_timeout' }));
    expect(signals[0]?.aborted).toBe(true);
    await press('Try again');
    expect([statuses(), iotpay.mounts.map(({ secureId }) => secureId)]).toEqual([['ready'], ['b']]);
  });

  it('fails a request that never answers after the timeout of the shop', async () => {
    await show(<Checkout request={answering()} timeoutMs={5000} onError={vi.fn()} />);
    await pass(5500);
    expect(statuses()).toEqual(['failed']);
  });

  it('aborts a request that never answers and replaces it by refresh()', async () => {
    const signals: AbortSignal[] = [];
    const request = vi.fn<Request>(({ signal }) => {
      signals.push(signal);
      return signals.length < 2 ? new Promise(() => undefined) : Promise.resolve('b');
    });
    const refreshes: (() => void)[] = [];
    function Shop() {
      const { status, refresh } = useSession(request, { key: 'cart-1' });
      refreshes.push(refresh);
      return <output>{status}</output>;
    }
    await show(<Shop />);
    act(() => refreshes.at(-1)?.());
    await letPageRest();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(screen.getByRole('status').textContent).toBe('ready');
  });
});

it('makes one order when an Activity hides useSecureId while it loads', async () => {
  let answer: (secureId: string) => void = () => {};
  const request = vi.fn<Request>(() => new Promise((resolve) => (answer = resolve)));
  const tab = createTab();
  const page = (mode: 'visible' | 'hidden') => (
    <Activity mode={mode}>
      <Checkout request={request} />
    </Activity>
  );
  await tab.show(page('visible'));
  await tab.show(page('hidden'));
  await pass(1000);
  await tab.show(page('visible'));
  answer('a');
  await letPageRest();
  expect(request).toHaveBeenCalledOnce();
  expect([statuses(), iotpay.mounts.length]).toEqual([['ready'], 1]);
});

describe('a shop’s server that says how the cart stands', () => {
  it.each(['paid', 'unknown'] as const)(
    'settles the card as %s, opens nothing and calls no handler',
    async (settled) => {
      const handlers = { onSuccess: vi.fn(), onFail: vi.fn(), onTimeout: vi.fn(), onError: vi.fn() };
      await show(<Checkout request={answering({ settled })} {...handlers} />);
      expect([statuses(), frames(), iotpay.calls]).toEqual([['settled'], [], 0]);
      expect(Object.values(handlers).map((handler) => handler.mock.calls.length)).toEqual([0, 0, 0, 0]);
      expect(screen.queryByRole('button')).toBeNull();
    },
  );
});

it('leaves nothing of a session behind when its first render is thrown away', async () => {
  const request = answering('a');
  const onPage = () =>
    Object.entries((globalThis as unknown as Record<symbol, object>)[Symbol.for('react-iotpay')] ?? {})
      .flatMap(([name, value]) => (value instanceof Map ? [...value.keys()].map(String) : name))
      .filter((name) => name.includes('cart-1'));
  function Broken(): never {
    useSession(request, { key: 'cart-1' });
    throw new Error('The shop’s own mistake');
  }
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await expect(show(<Broken />)).rejects.toThrow('own mistake');
  expect(request).not.toHaveBeenCalled();
  expect(onPage()).toEqual([]);
});
