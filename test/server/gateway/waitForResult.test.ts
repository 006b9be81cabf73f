import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIotPay, type PaymentResult, type WaitForResultRequest } from '../../../src/server/index';
import { answerWith, credentials, paidOrder, refuseWith } from './gatewayDouble';

const orderOf = (status: unknown) => answerWith({ ...paidOrder, status });

/** A client whose gateway gives these answers in turn, the last one again and again; an error is a broken connection. */
function clientOf(...answers: readonly unknown[]) {
  let turn = 0;
  const fetch = vi.fn(() => {
    const answer = answers[Math.min(turn++, answers.length - 1)];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(Response.json(answer));
  });
  return { fetch, iotpay: createIotPay({ ...credentials, environment: 'development', fetch }) };
}

async function resultOf(answers: readonly unknown[], request: Partial<WaitForResultRequest> = {}) {
  const { fetch, iotpay } = clientOf(...answers);
  const started = Date.now();
  const result = iotpay.waitForResult({ mchOrderNo: 'A-1', ...request } as WaitForResultRequest);
  await vi.runAllTimersAsync();
  return { result: await result, asked: fetch.mock.calls.length, tookMs: Date.now() - started };
}

describe('waitForResult', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([2, 3, '2', '3'])('says paid for status %j, at once', async (status) => {
    const { result, asked, tookMs } = await resultOf([orderOf(status)]);
    expect(result).toMatchObject({ status: 'paid', order: { mchOrderNo: 'A-1', status: Number(status) } });
    expect([asked, tookMs]).toEqual([1, 0]);
  });

  it('says failed for status 9', async () => {
    const { result, asked } = await resultOf([orderOf(9)]);
    expect(result).toMatchObject({ status: 'failed', order: { status: 9 } });
    expect(asked).toBe(1);
  });

  it('says failed for a FAIL, with the reason', async () => {
    const { result } = await resultOf([refuseWith('order does not exist')]);
    expect(result).toEqual({ status: 'failed', retMsg: 'order does not exist' });
  });

  it.each([0, 1, 4, undefined])('asks once a second while the status is %j', async (status) => {
    const { result, asked, tookMs } = await resultOf([orderOf(status), orderOf(status), orderOf(2)]);
    expect(result).toMatchObject({ status: 'paid' });
    expect([asked, tookMs]).toEqual([3, 2000]);
  });

  it('says unknown after 30 questions, with the order as last seen', async () => {
    const { result, asked, tookMs } = await resultOf([orderOf(0)]);
    expect(result).toMatchObject({ status: 'unknown', order: { status: 0 } });
    expect([asked, tookMs]).toEqual([30, 29_000]);
  });

  it('asks as often and as patiently as it is told', async () => {
    const { asked, tookMs } = await resultOf([orderOf(1)], { attempts: 4, intervalMs: 250 });
    expect([asked, tookMs]).toEqual([4, 750]);
  });

  it('asks on after lost answers, each of which counts as one question', async () => {
    const lost = new TypeError('fetch failed');
    const { result, asked } = await resultOf([orderOf(0), lost, { nonsense: true }, orderOf(2)]);
    expect(result).toMatchObject({ status: 'paid' });
    expect(asked).toBe(4);
  });

  it('says unknown, and why, when the last answers are lost', async () => {
    const { result, asked } = await resultOf([orderOf(0), new TypeError('fetch failed')], { attempts: 3 });
    expect(result).toMatchObject({
      status: 'unknown',
      order: { status: 0 },
      error: { code: 'gateway_unreachable' },
    });
    expect(asked).toBe(3);
  });

  it('asks by payOrderId too', async () => {
    const { iotpay } = clientOf(orderOf(2));
    await expect(iotpay.waitForResult({ payOrderId: paidOrder.payOrderId })).resolves.toMatchObject({
      status: 'paid',
    });
  });

  it('throws when the signature is refused: that says nothing about the payment', async () => {
    const { iotpay } = clientOf(refuseWith('Verify sign failed'));
    await expect(iotpay.waitForResult({ mchOrderNo: 'A-1' })).rejects.toMatchObject({
      code: 'gateway_refused',
    });
  });

  it('ends with aborted between two questions', async () => {
    const caller = new AbortController();
    const { fetch, iotpay } = clientOf(orderOf(0));
    const result = expect(
      iotpay.waitForResult({ mchOrderNo: 'A-1', signal: caller.signal }),
    ).rejects.toMatchObject({
      code: 'aborted',
    });
    await vi.advanceTimersByTimeAsync(1500);
    caller.abort();
    await result;
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends with aborted in the middle of a question', async () => {
    const caller = new AbortController();
    const fetch = vi.fn(() => new Promise<Response>(() => undefined));
    const iotpay = createIotPay({ ...credentials, environment: 'development', fetch });
    const result = expect(
      iotpay.waitForResult({ mchOrderNo: 'A-1', signal: caller.signal }),
    ).rejects.toMatchObject({
      code: 'aborted',
    });
    await vi.advanceTimersByTimeAsync(10);
    caller.abort();
    await result;
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    [{ mchOrderNo: '' }, 'mchOrderNo'],
    [{ mchOrderNo: 'A-1', attempts: 0 }, 'attempts'],
    [{ mchOrderNo: 'A-1', attempts: 1.5 }, 'attempts'],
    [{ mchOrderNo: 'A-1', intervalMs: -1 }, 'intervalMs'],
    [{ mchOrderNo: 'A-1', intervalMs: NaN }, 'intervalMs'],
  ])('refuses %j', async (request, field) => {
    const { iotpay, fetch } = clientOf(orderOf(2));
    await expect(iotpay.waitForResult(request)).rejects.toMatchObject({
      code: 'invalid_request',
      issues: [{ field }],
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('gives a result whose status tells what there is to read', () => {
    const describeResult = (result: PaymentResult) =>
      result.status === 'paid' ? result.order.payOrderId : (result.order?.payOrderId ?? 'none');
    expect(describeResult({ status: 'unknown' })).toBe('none');
  });
});
