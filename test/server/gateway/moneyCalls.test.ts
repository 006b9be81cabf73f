import { describe, expect, it } from 'vitest';
import { freePort } from '../../../scripts/freePort';
import type { CallOptions, IotPay } from '../../../src/server/index';
import { requests, session, startGateway, clientOf, failureOf } from './gatewayDouble';
import { lostAnswers } from './lostAnswers';

/** The calls that move money, with the number that they leave behind. */
const moneyCalls: readonly {
  name: string;
  call: (iotpay: IotPay, options?: CallOptions) => Promise<unknown>;
  numbers: object;
}[] = [
  {
    name: 'purchaseWithToken',
    call: (iotpay, options) => iotpay.purchaseWithToken(requests.purchaseWithToken, options),
    numbers: { mchOrderNo: 'A-1' },
  },
  {
    name: 'purchaseWithWallet',
    call: (iotpay, options) => iotpay.purchaseWithWallet(requests.purchaseWithWallet, options),
    numbers: { mchOrderNo: 'A-1' },
  },
  {
    name: 'voidPayment',
    call: (iotpay, options) => iotpay.voidPayment(requests.voidPayment, options),
    numbers: { mchRefundNo: 'R-1' },
  },
  {
    name: 'refund',
    call: (iotpay, options) => iotpay.refund(requests.refund, options),
    numbers: { mchRefundNo: 'R-1' },
  },
];

describe.each(moneyCalls)('$name', ({ call, numbers }) => {
  it.each(lostAnswers)(
    'is sent once and says that its effect is unknown, after %s',
    async (_, answer, code) => {
      const gateway = await startGateway(answer, session);
      const error = await failureOf(call(gateway.client()));

      expect(error).toMatchObject({
        name: 'IotPayOutcomeUnknownError',
        code: 'outcome_unknown',
        mchOrderNo: undefined,
        mchRefundNo: undefined,
        ...numbers,
        cause: { code },
      });
      const [number] = Object.values(numbers) as string[];
      expect(error.message).toContain(
        `Before you do anything else, ask with query({ mchOrderNo: '${number}' })`,
      );
      expect(gateway.calls).toHaveLength(1);
    },
  );

  it('is sent once and says that its effect is unknown, after a timeout', async () => {
    const gateway = await startGateway(() => undefined);
    const error = await failureOf(call(gateway.client({ timeoutMs: 500 })));
    expect(error).toMatchObject({ code: 'outcome_unknown', ...numbers, cause: { code: 'timeout' } });
    expect(gateway.calls).toHaveLength(1);
  });

  it('says that its effect is unknown when the caller aborts it under way', async () => {
    const caller = new AbortController();
    const gateway = await startGateway(() => caller.abort());
    const error = await failureOf(call(gateway.client(), { signal: caller.signal }));
    expect(error).toMatchObject({ code: 'outcome_unknown', ...numbers, cause: { code: 'aborted' } });
    expect(gateway.calls).toHaveLength(1);
  });

  it('is not sent at all once the caller has aborted', async () => {
    const gateway = await startGateway(session);
    const error = await failureOf(call(gateway.client(), { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: 'aborted' });
    expect(gateway.calls).toEqual([]);
  });

  it('says that it never left if the name is unknown, no program listens or fetch blocks the port', async () => {
    const unknownName = await failureOf(call(clientOf('https://gateway.invalid')));
    expect(unknownName).toMatchObject({
      code: 'gateway_unreachable',
      cause: { cause: { syscall: 'getaddrinfo' } },
    });
    const nobodyThere = await failureOf(call(clientOf(`http://127.0.0.1:${await freePort()}`)));
    expect(nobodyThere).toMatchObject({
      code: 'gateway_unreachable',
      cause: { cause: { code: 'ECONNREFUSED' } },
    });
    const blockedPort = await failureOf(call(clientOf('http://127.0.0.1:1')));
    expect(blockedPort).toMatchObject({ code: 'gateway_unreachable' });
  });

  it.each([301, 302, 303, 307, 308])('does not follow a redirect with status %i', async (status) => {
    const elsewhere = await startGateway(session);
    const gateway = await startGateway((response) =>
      response.writeHead(status, { Location: elsewhere.url }).end(),
    );
    const error = await failureOf(call(gateway.client()));
    expect(error).toMatchObject({ code: 'outcome_unknown', cause: { code: 'invalid_answer' } });
    expect(error.message).toContain('redirect');
    expect(elsewhere.calls).toEqual([]);
  });
});
