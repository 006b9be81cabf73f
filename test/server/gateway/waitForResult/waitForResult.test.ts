import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIotPay, type PaymentResult, type WaitForResultRequest } from '../../../../src/server/index';
import { answerWith, credentials, paidOrder, refuseWith } from '../gatewayDouble';

const orderOf = (status: unknown) => answerWith({ ...paidOrder, status });

/** A client whose gateway gives these answers in turn, the last one again and again; an error is a broken connection. */
function clientOf(...answers: readonly unknown[]) {
  let turn = 0;
  const fetch = vi.fn(() => {
    const answer = answers[Math.min(turn++, answers.length - 1)];
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve(answer instanceof Response ? answer.clone() : Response.json(answer));
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

  it.each([2, 3])('says refunded, not paid, for a refund or void of status %i', async (status) => {
    const refund = { ...paidOrder, payOrderId: 'RP1', mchOrderNo: 'R-1', payType: 'refund', status };
    const { result, asked } = await resultOf([answerWith(refund)], { mchOrderNo: 'R-1' });
    expect(result).toMatchObject({ status: 'refunded', order: { mchOrderNo: 'R-1', status } });
    expect(asked).toBe(1);
  });

  it('says failed for a refund of status 9', async () => {
    const refund = { ...paidOrder, payOrderId: 'RP1', mchOrderNo: 'R-1', payType: 'refund', status: 9 };
    const { result } = await resultOf([answerWith(refund)], { mchOrderNo: 'R-1' });
    expect(result).toMatchObject({ status: 'failed', order: { payType: 'refund' } });
  });

  it.each([
    ['a system error', refuseWith('System error'), 'gateway_refused'],
    ['no reason at all', refuseWith(), 'gateway_refused'],
    ['a refused signature', refuseWith('Verify sign failed'), 'gateway_refused'],
    ['no such order', refuseWith('pay order does not exist'), 'order_not_found'],
    ['no such order, in Chinese', refuseWith('支付订单不存在'), 'order_not_found'],
  ])('never says failed for a FAIL with %s, and asks on after it', async (_, refusal, code) => {
    const { result, asked } = await resultOf([refusal], { attempts: 3 });
    expect(result).toMatchObject({ status: 'unknown', order: undefined, error: { code } });
    expect(asked).toBe(3);

    const later = await resultOf([orderOf(0), refusal, refusal, orderOf(2)]);
    expect(later.result).toMatchObject({ status: 'paid' });
    expect(later.asked).toBe(4);
  });

  it('says failed for a FAIL that brings the failed order along', async () => {
    const { result, asked } = await resultOf([{ ...orderOf(9), ...refuseWith('closed') }]);
    expect(result).toMatchObject({ status: 'failed', order: { status: 9 } });
    expect(asked).toBe(1);
  });

  it.each([
    ['a paid order', { ...paidOrder, status: 2 }],
    ['a pending order', { ...paidOrder, status: 0 }],
  ])('says unknown for a FAIL that brings %s along: it contradicts itself', async (_, order) => {
    const { result } = await resultOf([{ ...answerWith(order), ...refuseWith('no') }], { attempts: 1 });
    expect(result).toMatchObject({ status: 'unknown', order, error: { code: 'gateway_refused' } });
  });

  it("says unknown for a FAIL that brings another order's failure along", async () => {
    const other = { ...paidOrder, mchOrderNo: 'B-2', status: 9 };
    const { result } = await resultOf([{ ...answerWith(other), ...refuseWith('no') }], { attempts: 1 });
    expect(result).toMatchObject({ status: 'unknown', order: undefined });
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

  it('keeps the error of the last question only', async () => {
    const { result } = await resultOf([refuseWith('System error'), orderOf(0)], { attempts: 2 });
    expect(result).toEqual({ status: 'unknown', order: expect.objectContaining({ status: 0 }) as object });
  });

  it('waits as long as the gateway asks for with Retry-After, but not past its deadline', async () => {
    const busy = new Response('', { status: 429, headers: { 'Retry-After': '7' } });
    const { asked, tookMs } = await resultOf([busy, busy, orderOf(2)]);
    expect([asked, tookMs]).toEqual([3, 14_000]);
    const late = await resultOf([busy], { deadlineMs: 5000 });
    expect(late).toMatchObject({ result: { status: 'unknown' }, asked: 1, tookMs: 5000 });
  });

  it('asks by payOrderId too', async () => {
    const { iotpay } = clientOf(orderOf(2));
    await expect(iotpay.waitForResult({ payOrderId: paidOrder.payOrderId })).resolves.toMatchObject({
      status: 'paid',
    });
  });

  it.each([
    [{ mchOrderNo: '' }, 'mchOrderNo'],
    [{ mchOrderNo: 'A-1', attempts: 0 }, 'attempts'],
    [{ mchOrderNo: 'A-1', attempts: 1.5 }, 'attempts'],
    [{ mchOrderNo: 'A-1', intervalMs: -1 }, 'intervalMs'],
    [{ mchOrderNo: 'A-1', intervalMs: NaN }, 'intervalMs'],
    [{ mchOrderNo: 'A-1', intervalMs: 2 ** 31 }, 'intervalMs'],
    [{ mchOrderNo: 'A-1', deadlineMs: 0 }, 'deadlineMs'],
    [{ mchOrderNo: 'A-1', deadlineMs: NaN }, 'deadlineMs'],
    [{ mchOrderNo: 'A-1', deadlineMs: 2 ** 31 }, 'deadlineMs'],
    [{ mchOrderNo: '', signal: AbortSignal.abort() }, 'mchOrderNo'],
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
      result.status === 'unknown' ? (result.error?.code ?? 'none') : result.order.payOrderId;
    expect(describeResult({ status: 'unknown' })).toBe('none');
  });
});
