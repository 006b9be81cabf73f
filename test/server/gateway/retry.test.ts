import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIotPay, type IotPay } from '../../../src/server/index';
import { type Answer, answerWith, credentials, paidOrder, refuseWith, startGateway } from './gatewayDouble';

const card = answerWith({ cardId: 'card-1', cardNum: '432567******2266' });

const reads = [
  {
    name: 'query',
    call: (iotpay: IotPay) => iotpay.query({ mchOrderNo: 'A-1' }),
    answer: answerWith(paidOrder),
  },
  { name: 'queryCard', call: (iotpay: IotPay) => iotpay.queryCard({ cardId: 'card-1' }), answer: card },
] as const;

const passingFaults: readonly (readonly [string, Answer])[] = [
  ['a connection cut before the answer', (response) => response.destroy()],
  [
    'a connection cut in mid-answer',
    (response) => {
      response.writeHead(200, { 'Content-Length': 1000 });
      response.write('{', () => response.destroy());
    },
  ],
  ['HTTP 502 with HTML', (response) => response.writeHead(502).end('<html></html>')],
  ['broken JSON', (response) => response.end('{"retCode":')],
  ['JSON of the wrong shape', answerWith([])],
  ['a redirect', (response) => response.writeHead(302, { Location: '/' }).end()],
];

describe.each(reads)('$name', ({ call, answer }) => {
  it.each(passingFaults)('asks again after %s', async (_, fault) => {
    const gateway = await startGateway(fault, answer);
    await expect(call(gateway.client())).resolves.toBeTruthy();
    expect(gateway.calls).toHaveLength(2);
    expect(gateway.calls[1]?.fields).toEqual(gateway.calls[0]?.fields);
  });

  it('asks again after a timeout', async () => {
    const gateway = await startGateway(() => undefined, answer);
    await expect(call(gateway.client({ timeoutMs: 500 }))).resolves.toBeTruthy();
    expect(gateway.calls).toHaveLength(2);
  });

  it('does not ask again after a refusal', async () => {
    const gateway = await startGateway(refuseWith('no such order'), answer);
    await expect(call(gateway.client())).rejects.toMatchObject({ code: 'gateway_refused' });
    expect(gateway.calls).toHaveLength(1);
  });
});

describe('the back-off', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function client() {
    const fetch = vi.fn(() => Promise.resolve(new Response('', { status: 503 })));
    return { fetch, iotpay: createIotPay({ ...credentials, environment: 'development', fetch }) };
  }

  it('grows, and ends after the third attempt', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { fetch, iotpay } = client();
    const result = expect(iotpay.query({ mchOrderNo: 'A-1' })).rejects.toMatchObject({
      code: 'invalid_answer',
    });
    await vi.advanceTimersByTimeAsync(249);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetch).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(999);
    expect(fetch).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(fetch).toHaveBeenCalledTimes(3);
    await result;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('adds up to a quarter, so that not all servers come back at once', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    const { fetch, iotpay } = client();
    const result = expect(iotpay.query({ mchOrderNo: 'A-1' })).rejects.toThrow();
    await vi.advanceTimersByTimeAsync(310);
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(3);
    expect(fetch).toHaveBeenCalledTimes(2);
    await vi.runAllTimersAsync();
    await result;
  });

  it('ends at once when the caller aborts', async () => {
    const caller = new AbortController();
    const { fetch, iotpay } = client();
    const result = expect(
      iotpay.query({ mchOrderNo: 'A-1' }, { signal: caller.signal }),
    ).rejects.toMatchObject({
      code: 'aborted',
    });
    await vi.advanceTimersByTimeAsync(100);
    caller.abort();
    await result;
    expect(vi.getTimerCount()).toBe(0);
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});
