import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createNotificationHandler,
  type ExpectedOrder,
  type NotificationOptions,
} from '../../../src/server/index';
import { paidOrder } from '../gateway/gatewayDouble';
import { iotpay, listeningHandler, signed } from './notificationDouble';

const body = JSON.stringify(signed());
const never = () => new Promise<never>(() => undefined);

describe('a shop that hangs', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it.each<[string, Partial<NotificationOptions>, object]>([
    ['onPayment', { onPayment: never }, paidOrder],
    ['expect', { expect: never }, paidOrder],
    ['onRefund', { onRefund: never }, { ...paidOrder, payType: 'refund' }],
    ['onOther', { onOther: never }, { ...paidOrder, status: 9 }],
  ])('answers 500 for a shop that hangs for 30 seconds: %s', async (_, options, fields) => {
    const { handler, onError } = listeningHandler(options);
    const answered = vi.fn();
    const answer = handler.receive({ body: JSON.stringify(signed(fields)) });
    void answer.then(answered);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await answer).toMatchObject({
      status: 500,
      outcome: { status: 'error', error: { code: 'timeout' } },
    });
    expect(onError.mock.calls).toMatchObject([
      [{ message: expect.stringMatching(/30000 ms.*idempotent/) as string }, { mchOrderNo: 'A-1' }],
    ]);
  });

  it('gives a shop that hangs up after the time that it configures', async () => {
    const { handler } = listeningHandler({ onPayment: never, handlerTimeoutMs: 500 });
    const answer = handler.receive({ body });
    await vi.advanceTimersByTimeAsync(500);
    expect((await answer).status).toBe(500);
  });

  it('handles the next notification of a payment after a shop that hangs', async () => {
    const onPayment = vi.fn<() => unknown>().mockImplementationOnce(never);
    const { handler } = listeningHandler({ onPayment });
    const answers = [handler.receive({ body }), handler.receive({ body })];
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([500, 200]);
    expect((await handler.receive({ body })).status).toBe(200);
    expect(onPayment).toHaveBeenCalledTimes(3);
  });

  it('hears a late failure of a shop that hangs without an unhandled rejection or a second report', async () => {
    let fail: (reason: Error) => void = () => undefined;
    const onPayment = () => new Promise((_, reject) => (fail = reject));
    const { handler, onError } = listeningHandler({ onPayment });
    const answer = handler.receive({ body });
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await answer).status).toBe(500);
    fail(new Error('too late'));
    await vi.runAllTimersAsync();
    expect(onError).toHaveBeenCalledTimes(1);
  });

  it('does not store a payment that was looked up too late, because the notification comes again', async () => {
    let find: (value: ExpectedOrder) => void = () => undefined;
    const lookUp = () => new Promise<ExpectedOrder>((resolve) => (find = resolve));
    const { handler, onPayment } = listeningHandler({ expect: lookUp });
    const answer = handler.receive({ body });
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await answer).status).toBe(500);
    find({ amount: 1999 });
    await vi.runAllTimersAsync();
    expect(onPayment).not.toHaveBeenCalled();
  });

  it('leaves no timer behind if the shop answers in time', async () => {
    await listeningHandler().handler.receive({ body });
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, -1, NaN, Infinity, 1.5, 2 ** 31])(
    'refuses a time limit of %s milliseconds',
    (handlerTimeoutMs) => {
      const options = { iotpay, expect: false, onPayment: () => undefined, handlerTimeoutMs } as const;
      expect(() => createNotificationHandler(options)).toThrow(
        expect.objectContaining({ code: 'invalid_config' }),
      );
    },
  );
});
