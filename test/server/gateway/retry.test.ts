import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIotPay, type IotPay, type IotPayConfig } from '../../../src/server/index';
import {
  type StubbedAnswer,
  answerWith,
  credentials,
  paidOrder,
  refuseWith,
  startGateway,
} from './gatewayDouble';

const card = answerWith({ cardId: 'card-1', cardNum: '432567******2266' });

const reads = [
  {
    name: 'query',
    call: (iotpay: IotPay) => iotpay.query({ mchOrderNo: 'A-1' }),
    answer: answerWith(paidOrder),
  },
  { name: 'queryCard', call: (iotpay: IotPay) => iotpay.queryCard({ cardId: 'card-1' }), answer: card },
] as const;

const passingFaults: readonly (readonly [string, StubbedAnswer])[] = [
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
    const gateway = await startGateway(refuseWith('System error'), answer);
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

  function client(readRetries?: IotPayConfig['readRetries'], headers?: Record<string, string>) {
    const askedAt: number[] = [];
    const fetch = vi.fn(() => {
      askedAt.push(Date.now());
      return Promise.resolve(new Response('', { status: 503, ...(headers && { headers }) }));
    });
    const iotpay = createIotPay({ ...credentials, environment: 'development', fetch, readRetries });
    return { askedAt, fetch, iotpay };
  }

  /** When each question was asked, in milliseconds after the first; without the part that is left to chance. */
  async function timesOf({ askedAt, iotpay }: ReturnType<typeof client>): Promise<number[]> {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const start = Date.now();
    const failed = expect(iotpay.query({ mchOrderNo: 'A-1' })).rejects.toMatchObject({
      code: 'invalid_answer',
    });
    await vi.runAllTimersAsync();
    await failed;
    return askedAt.map((time) => time - start);
  }

  it('lets the pauses grow, and ends after the third question', async () => {
    expect(await timesOf(client())).toEqual([0, 250, 1250]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('pauses as the shop configures it', async () => {
    expect(await timesOf(client({ count: 0 }))).toEqual([0]);
    expect(await timesOf(client({ count: 1 }))).toEqual([0, 250]);
    expect(await timesOf(client({ count: 3, pauseMs: 10 }))).toEqual([0, 10, 50, 210]);
    expect(await timesOf(client({ pauseMs: 0 }))).toEqual([0, 0, 0]);
  });

  it('never pauses longer than 10 seconds', async () => {
    expect(await timesOf(client({ count: 4, pauseMs: 1000 }))).toEqual([0, 1000, 5000, 15_000, 25_000]);
  });

  it('pauses as long as Retry-After asks for in seconds', async () => {
    expect(await timesOf(client({}, { 'Retry-After': '3' }))).toEqual([0, 3000, 6000]);
  });

  it('pauses as long as Retry-After asks for with a date', async () => {
    vi.setSystemTime('2024-01-01T00:00:00Z');
    const times = await timesOf(client({ count: 2 }, { 'Retry-After': 'Mon, 01 Jan 2024 00:00:04 GMT' }));
    // The second pause begins at the date: only its own 1000 ms are left.
    expect(times).toEqual([0, 4000, 5000]);
  });

  it.each(['3600', 'Fri, 31 Dec 2100 00:00:00 GMT', '9'.repeat(400)])(
    'heeds a Retry-After of %s for at most 10 seconds',
    async (value) => {
      expect(await timesOf(client({ count: 1 }, { 'Retry-After': value }))).toEqual([0, 10_000]);
    },
  );

  it.each(['0', 'soon', '', 'Mon, 01 Jan 2001 00:00:00 GMT'])(
    'does not shorten a pause by a Retry-After of %j',
    async (value) => {
      expect(await timesOf(client({ count: 1 }, { 'Retry-After': value }))).toEqual([0, 250]);
    },
  );

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

  it('ends a pause at once when the caller aborts', async () => {
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
