import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished } from 'vitest';
import { createIotPay, isIotPayServerError, type IotPay, type IotPayConfig } from '../../../src/server/index';

export const merchantKey = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';
export const secureId = '5f'.repeat(32);

/** A call as it arrived at the gateway. */
export interface ReceivedCall {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly fields: Record<string, unknown>;
}

export interface GatewayDouble {
  readonly url: string;
  /** The requests so far, in order. */
  readonly calls: readonly ReceivedCall[];
  /** A client of this gateway. */
  readonly client: (config?: Partial<IotPayConfig>) => IotPay;
}

/** Answers a call: an object becomes JSON, a function does with the response what it likes. */
export type StubbedAnswer = Readonly<Record<string, unknown>> | readonly unknown[] | AnswerFunction;
type AnswerFunction = (response: ServerResponse, call: ReceivedCall) => void;

/** A gateway over a real socket. It gives the answers in order and repeats the last one; it ends with its test. */
export async function startGateway(
  ...answers: readonly [StubbedAnswer, ...StubbedAnswer[]]
): Promise<GatewayDouble> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const call = {
        path: request.url ?? '',
        headers: request.headers,
        fields: JSON.parse(body) as Record<string, unknown>,
      };
      calls.push(call);
      const answer = answers[calls.length - 1] ?? answers.at(-1);
      if (typeof answer === 'function') answer(response, call);
      else response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    calls,
    client: (config) => createIotPay({ ...credentials, environment: { baseUrl: url }, ...config }),
  };
}

export const credentials = { mchId: '10000701', loginName: 'shop', merchantKey };

export const session = {
  retCode: 'SUCCESS',
  retMsg: '',
  retData: { secureId, redirectUrl: `https://ccapi.iotpaycloud.com/cc/purchase?key=${secureId}` },
};

export const paidOrder = {
  payOrderId: 'PC20240101231256043886634219',
  mchId: '10000701',
  mchOrderNo: 'A-1',
  currency: 'CAD',
  amount: 1999,
  payType: 'pay',
  refundable: 1999,
  status: 2,
  paySuccTime: '2024-01-01 23:13:02',
  cardNum: '432567******2266',
  cardType: 'V',
  channel: 'PF_CC',
};

export function answerWith(retData: object) {
  return { retCode: 'SUCCESS', retMsg: '', retData };
}

export function refuseWith(retMsg?: string) {
  return { retCode: 'FAIL', ...(retMsg !== undefined && { retMsg }) };
}

export const requests = {
  purchase: {
    mchOrderNo: 'A-1',
    amount: 1999,
    channel: 'PF_CC',
    notifyUrl: 'https://shop.example/notify',
    returnUrl: 'https://shop.example/return',
  },
  addCard: { cardId: 'card-1', channel: 'PF_CC', returnUrl: 'https://shop.example/return' },
  purchaseWithToken: { mchOrderNo: 'A-1', cardId: 'card-1', amount: 1999 },
  purchaseWithWallet: {
    mchOrderNo: 'A-1',
    amount: 1999,
    walletType: 'ApplePay',
    walletData: 'eyJkYXRhIjoiMSJ9',
  },
  voidPayment: { mchRefundNo: 'R-1', payOrderId: paidOrder.payOrderId },
  refund: { mchRefundNo: 'R-1', payOrderId: paidOrder.payOrderId, refundAmount: 500 },
} as const;

/** A client of the server at this URL. */
export function clientOf(baseUrl: string, config?: Partial<IotPayConfig>): IotPay {
  return createIotPay({ ...credentials, environment: { baseUrl }, ...config });
}

/** The error of a call. */
export async function failureOf(result: Promise<unknown>) {
  const error = await result.then(
    () => expect.fail('came through'),
    (reason: unknown) => reason,
  );
  if (!isIotPayServerError(error)) return expect.fail(String(error));
  return error;
}
