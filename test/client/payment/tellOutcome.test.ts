import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from '../../../src/client/pause';
import type { PaymentHandlers } from '../../../src/client/payment/handlers';
import type { IotPayOutcome } from '../../../src/client/payment/readOutcome';
import { tellOutcome } from '../../../src/client/payment/tellOutcome';
import type { IotPayMode } from '../../../src/contract/sdk';
import { fakeOrder } from '../../../src/testing/fakeData';

/** A change of the fragment is the one navigation that jsdom carries out. */
const redirectUrl = `${location.origin}${location.pathname}#returned`;
const hasLeft = () => location.hash === '#returned';

const paid: IotPayOutcome = { status: 'success', mode: 'Pay', message: '', order: fakeOrder() };
const failed: IotPayOutcome = { status: 'failed', message: 'declined' };
const unknown: IotPayOutcome = { status: 'unknown', reason: 'timeout', message: '' };
const redirected: IotPayOutcome = { ...failed, redirectUrl };

type Handlers = PaymentHandlers<IotPayMode>;
const tell = (outcome: IotPayOutcome, handlers: Handlers, isShown = true) =>
  tellOutcome(outcome, handlers, () => isShown);

/** Lets promises settle, and no time pass. */
const rest = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  history.replaceState(null, '', location.pathname);
});

describe('an outcome', () => {
  it.each([
    ['onSuccess', paid],
    ['onFail', failed],
    ['onTimeout', unknown],
  ] as const)('is told to %s, and to no other handler', (name, outcome) => {
    const handlers = { onSuccess: vi.fn(), onFail: vi.fn(), onTimeout: vi.fn() };
    expect(tell(outcome, handlers)).toBe(true);
    for (const [other, handler] of Object.entries(handlers)) {
      expect(handler.mock.calls).toEqual(other === name ? [[outcome]] : []);
    }
  });

  it('counts as not told if it has no handler and no redirect', () => {
    expect(tell(failed, { onSuccess: vi.fn() })).toBe(false);
    expect(tell(failed, { redirect: 'auto' })).toBe(false);
  });

  it('counts as not told if it has no handler and redirect is "manual"', async () => {
    expect(tell(redirected, { redirect: 'manual' })).toBe(false);
    await rest();
    expect(hasLeft()).toBe(false);
  });

  it('without a redirectUrl leads to no redirect and to no error', async () => {
    const onError = vi.fn();
    expect(tell(failed, { onFail: vi.fn(), redirect: 'auto', onError })).toBe(true);
    await vi.runAllTimersAsync();
    expect(onError).not.toHaveBeenCalled();
    expect(hasLeft()).toBe(false);
  });
});

describe('the redirect after an outcome', () => {
  it.each<[string, Handlers, boolean]>([
    ['is followed without a handler', {}, true],
    ['is the shop’s with a handler', { onFail: vi.fn() }, false],
    ['is followed with a handler and "auto"', { onFail: vi.fn(), redirect: 'auto' }, true],
    ['is the shop’s with a handler and "manual"', { onFail: vi.fn(), redirect: 'manual' }, false],
    ['is followed to an origin of the list', { redirect: ['https://a.example', location.origin] }, true],
  ])('%s', async (_, handlers, isFollowed) => {
    const onError = vi.fn();
    expect(tell(redirected, { ...handlers, onError })).toBe(true);
    await rest();
    expect(hasLeft()).toBe(isFollowed);
    expect(onError).not.toHaveBeenCalled();
  });

  it.each<[string, Handlers['redirect'], string]>([
    ['to an origin that the list lacks', ['https://shop.example'], redirectUrl],
    ['to no origin, if the list is empty', [], redirectUrl],
    ['to a script', 'auto', 'javascript:alert(1)'],
    ['to a page without encryption', 'auto', 'http://shop.example/'],
    ['to text that is no URL', 'auto', 'thanks'],
  ])('is refused %s, and the shop is told', async (_, redirect, url) => {
    const onError = vi.fn<NonNullable<Handlers['onError']>>();
    expect(tell({ ...failed, redirectUrl: url }, { redirect, onError })).toBe(true);
    await rest();
    expect(hasLeft()).toBe(false);
    expect(onError.mock.calls).toEqual([[expect.objectContaining({ code: 'redirect_refused' })]]);
  });

  it('is refused without an error of its own, if the shop does not listen to errors', async () => {
    tell({ ...failed, redirectUrl: 'thanks' }, {});
    await rest();
    expect(hasLeft()).toBe(false);
  });

  it.each([redirectUrl, 'thanks'])(
    'neither happens nor fails once the payment is no longer shown: %s',
    async (url) => {
      const onError = vi.fn();
      expect(tell({ ...failed, redirectUrl: url }, { onError }, false)).toBe(true);
      await vi.runAllTimersAsync();
      expect(hasLeft()).toBe(false);
      expect(onError).not.toHaveBeenCalled();
    },
  );

  it('waits for the promise of the handler', async () => {
    tell(redirected, { redirect: 'auto', onFail: () => pause(5000) });
    await vi.advanceTimersByTimeAsync(4999);
    expect(hasLeft()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(hasLeft()).toBe(true);
  });

  it('waits for the promise of the handler no longer than ten seconds', async () => {
    tell(redirected, { redirect: 'auto', onFail: () => new Promise(() => undefined) });
    await vi.advanceTimersByTimeAsync(9999);
    expect(hasLeft()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(hasLeft()).toBe(true);
  });
});
