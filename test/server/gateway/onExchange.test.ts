import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { IotPay, IotPayConfig, IotPayExchange } from '../../../src/server/index';
import {
  answerWith,
  type StubbedAnswer,
  clientOf,
  merchantKey,
  paidOrder,
  refuseWith,
  requests,
  secureId,
  session,
  startGateway,
} from './gatewayDouble';
import { everyCall } from './everyCall';
import { freePort } from '../../../scripts/freePort';

/** The hook's reports about a call. The call itself may fail. */
async function heardOf(
  call: (iotpay: IotPay) => Promise<unknown>,
  answers: readonly [StubbedAnswer, ...StubbedAnswer[]],
  config: Partial<IotPayConfig> = {},
): Promise<IotPayExchange[]> {
  const heard: IotPayExchange[] = [];
  const gateway = await startGateway(...answers);
  const client = gateway.client({ onExchange: (exchange) => heard.push(exchange), ...config });
  await call(client).catch(() => undefined);
  return heard;
}

const query = (iotpay: IotPay) => iotpay.query({ mchOrderNo: 'A-1' });
const refund = (iotpay: IotPay) => iotpay.refund(requests.refund);
const impatient = { readRetries: { pauseMs: 0 } };

describe('onExchange', () => {
  it.each(everyCall)(
    'is told once of $name, with the numbers that it names',
    async ({ call, path, wire, answer }) => {
      const { mchOrderNo, mchRefundNo, payOrderId } = wire as Partial<IotPayExchange>;
      expect(await heardOf(call, [answer])).toEqual([
        {
          call: path,
          mchOrderNo,
          mchRefundNo,
          payOrderId,
          attempt: 1,
          durationMs: expect.any(Number) as number,
          httpStatus: 200,
          retCode: 'SUCCESS',
          errorCode: undefined,
        },
      ]);
    },
  );

  it('is told of every repetition of a read', async () => {
    const badGateway: StubbedAnswer = (response) => response.writeHead(502).end();
    const heard = await heardOf(
      query,
      [(response) => response.destroy(), badGateway, answerWith(paidOrder)],
      impatient,
    );
    expect(heard).toMatchObject([
      { attempt: 1, httpStatus: undefined, retCode: undefined, errorCode: 'gateway_unreachable' },
      { attempt: 2, httpStatus: 502, retCode: undefined, errorCode: 'invalid_answer' },
      { attempt: 3, httpStatus: 200, retCode: 'SUCCESS', errorCode: undefined },
    ]);
  });

  it('is told of every question of waitForResult', async () => {
    const pending = answerWith({ ...paidOrder, status: 0 });
    const ask = (iotpay: IotPay) => iotpay.waitForResult({ mchOrderNo: 'A-1', intervalMs: 0 });
    const heard = await heardOf(ask, [pending, refuseWith('order not found'), answerWith(paidOrder)]);
    expect(heard).toMatchObject([
      { attempt: 1, call: 'cc_query', retCode: 'SUCCESS' },
      { attempt: 2, call: 'cc_query', retCode: 'FAIL', errorCode: 'order_not_found' },
      { attempt: 3, call: 'cc_query', retCode: 'SUCCESS' },
    ]);
  });

  it.each<[string, StubbedAnswer, Partial<IotPayExchange>]>([
    ['a refusal', refuseWith('no'), { httpStatus: 200, retCode: 'FAIL', errorCode: 'gateway_refused' }],
    [
      'an answer of the wrong shape',
      answerWith({}),
      { httpStatus: 200, retCode: 'SUCCESS', errorCode: 'invalid_answer' },
    ],
    ['a timeout', () => undefined, { httpStatus: undefined, errorCode: 'timeout' }],
    [
      'a timeout in mid-answer',
      (response) => void response.writeHead(200).write('{'),
      { httpStatus: 200, errorCode: 'timeout' },
    ],
  ])(
    'names the cause where the call throws outcome_unknown or a refusal: %s',
    async (_, answer, expected) => {
      expect(await heardOf(refund, [answer], { timeoutMs: 200 })).toMatchObject([expected]);
    },
  );

  it('is told of a connection that was refused', async () => {
    const onExchange = vi.fn();
    const iotpay = clientOf(`http://127.0.0.1:${await freePort()}`, { onExchange });
    await expect(refund(iotpay)).rejects.toThrow();
    expect(onExchange).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ httpStatus: undefined, errorCode: 'gateway_unreachable' }),
    );
  });

  it('is not told of a request that was never sent', async () => {
    const invalid = (iotpay: IotPay) => iotpay.query({ mchOrderNo: '' });
    const aborted = (iotpay: IotPay) => iotpay.query({ mchOrderNo: 'A-1' }, { signal: AbortSignal.abort() });
    for (const call of [invalid, aborted]) expect(await heardOf(call, [session])).toEqual([]);
  });

  it('measures how long an exchange took', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const onExchange = vi.fn<(exchange: IotPayExchange) => void>();
    let answer: (response: Response) => void = () => undefined;
    const fetch = () => new Promise<Response>((resolve) => (answer = resolve));
    const opened = clientOf('http://localhost', { onExchange, fetch }).purchase(requests.purchase);
    await vi.advanceTimersByTimeAsync(340);
    answer(Response.json(session));
    await opened;
    expect(onExchange.mock.calls[0]?.[0].durationMs).toBe(340);
  });

  it('gets nothing secret, whatever the call sends and the gateway answers', async () => {
    const heard = (
      await Promise.all(
        everyCall.flatMap(({ call, answer }) => [
          heardOf(call, [answer]),
          heardOf(call, [{ ...answer, retCode: 'FAIL', retMsg: `${merchantKey} 4111111111111111` }]),
        ]),
      )
    ).flat();
    expect(heard).toHaveLength(2 * everyCall.length);
    const text = JSON.stringify(heard);
    for (const secret of [merchantKey, secureId, '4111', requests.purchaseWithWallet.walletData, 'sign']) {
      expect(text).not.toContain(secret);
    }
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('log is full');
      },
    ],
    ['rejects', () => Promise.reject(new Error('log is full'))],
    ['never resolves', () => new Promise(() => undefined)],
    [
      'returns a promise-like that throws',
      () => ({
        then() {
          throw new Error('log is full');
        },
      }),
    ],
  ])('changes nothing when it %s', async (_, onExchange) => {
    const gateway = await startGateway(answerWith(paidOrder));
    await expect(query(gateway.client({ onExchange }))).resolves.toEqual(paidOrder);
    expect(gateway.calls).toHaveLength(1);
  });
});
