import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIotPay, type WaitForResultRequest } from '../../../../src/server/index';
import { answerWith, credentials, paidOrder, refuseWith } from '../gatewayDouble';

type Patience = Partial<WaitForResultRequest>;

/** Waits for an order with a gateway that does this at each question. */
function waiting(fetch: () => Promise<Response>, patience: Patience = {}) {
  const asked = vi.fn(fetch);
  const iotpay = createIotPay({ ...credentials, environment: 'development', fetch: asked });
  const started = Date.now();
  const result = iotpay
    .waitForResult({ mchOrderNo: 'A-1', ...patience } as WaitForResultRequest)
    .then((value) => ({ ...value, afterMs: Date.now() - started }));
  return { asked, result };
}

const hanging = () => new Promise<Response>(() => undefined);
const pending = () => Promise.resolve(Response.json(answerWith({ ...paidOrder, status: 0 })));
const refusing = () => Promise.resolve(Response.json(refuseWith('System error')));
const answeringAfter = (ms: number, status: number) => () =>
  new Promise<Response>((resolve) =>
    setTimeout(() => resolve(Response.json(answerWith({ ...paidOrder, status }))), ms),
  );

/** The reason of `AbortSignal.timeout()`. Fake timers don't reach the platform's own. */
const timeoutReason = () => new DOMException('The operation timed out.', 'TimeoutError');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('the deadline of waitForResult', () => {
  it('ends a question that hangs, after 60 seconds by default', async () => {
    const { asked, result } = waiting(hanging);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await result).toMatchObject({ status: 'unknown', error: { code: 'timeout' }, afterMs: 60_000 });
    // The first was given up after the 30 seconds that one exchange may take.
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('ends the waiting at the time that the caller sets', async () => {
    const { result } = waiting(hanging, { deadlineMs: 2500 });
    await vi.advanceTimersByTimeAsync(2500);
    expect(await result).toMatchObject({ status: 'unknown', error: { code: 'timeout' }, afterMs: 2500 });
  });

  it('ends the pause between two questions, with the order as last seen', async () => {
    const { asked, result } = waiting(pending, { deadlineMs: 1500 });
    await vi.advanceTimersByTimeAsync(1500);
    expect(await result).toMatchObject({ status: 'unknown', order: { status: 0 }, afterMs: 1500 });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('keeps the error that the last question met', async () => {
    const { result } = waiting(refusing, { deadlineMs: 1500 });
    await vi.advanceTimersByTimeAsync(1500);
    expect(await result).toMatchObject({ status: 'unknown', error: { code: 'gateway_refused' } });
  });

  it('does not take away a proof that came in time', async () => {
    const { result } = waiting(answeringAfter(999, 2), { deadlineMs: 1000 });
    await vi.advanceTimersByTimeAsync(999);
    expect(await result).toMatchObject({ status: 'paid', afterMs: 999 });
  });

  it('limits the whole wait: a proof that comes after the deadline is not waited for', async () => {
    const { result } = waiting(answeringAfter(1001, 9), { deadlineMs: 1000 });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await result).toMatchObject({ status: 'unknown', afterMs: 1000 });
    await vi.advanceTimersByTimeAsync(1);
  });
});

describe('the signal of waitForResult', () => {
  it.each([
    ['a question', hanging],
    ['the pause after it', pending],
  ])('ends the waiting with unknown in the middle of %s where it only limits time', async (_, fetch) => {
    const caller = new AbortController();
    const { result } = waiting(fetch, { signal: caller.signal });
    await vi.advanceTimersByTimeAsync(500);
    caller.abort(timeoutReason());
    expect(await result).toMatchObject({ status: 'unknown', afterMs: 500 });
  });

  it.each([
    ['a question', hanging],
    ['the pause after it', pending],
  ])('ends the waiting with aborted in the middle of %s where the caller gives up', async (_, fetch) => {
    const caller = new AbortController();
    const { asked, result } = waiting(fetch, { signal: caller.signal });
    const ended = expect(result).rejects.toMatchObject({ name: 'IotPayError', code: 'aborted' });
    await vi.advanceTimersByTimeAsync(500);
    caller.abort();
    await ended;
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('asks nothing once its time is over', async () => {
    const { asked, result } = waiting(pending, { signal: AbortSignal.abort(timeoutReason()) });
    expect(await result).toMatchObject({ status: 'unknown', error: { code: 'timeout' } });
    expect(asked).not.toHaveBeenCalled();
  });

  it('asks nothing once the caller has given up', async () => {
    const { asked, result } = waiting(pending, { signal: AbortSignal.abort() });
    await expect(result).rejects.toMatchObject({ code: 'aborted' });
    expect(asked).not.toHaveBeenCalled();
  });

  it.each([
    ['AbortSignal.timeout', () => AbortSignal.timeout(20)],
    [
      'a signal that also limits time',
      () => AbortSignal.any([new AbortController().signal, AbortSignal.timeout(20)]),
    ],
  ])('takes %s as a signal, as the platform makes it', async (_, signal) => {
    vi.useRealTimers();
    const { result } = waiting(hanging, { signal: signal() });
    expect(await result).toMatchObject({ status: 'unknown', error: { code: 'timeout' } });
    vi.useFakeTimers();
  });

  it('leaves no listener on the caller’s signal', async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    const { result } = waiting(answeringAfter(10, 2), { signal });
    await vi.advanceTimersByTimeAsync(10);
    await result;
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed.mock.calls[0]?.slice(0, 2)).toEqual(added.mock.calls[0]?.slice(0, 2));
  });
});
