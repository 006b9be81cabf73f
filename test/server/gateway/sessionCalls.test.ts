import { describe, expect, it } from 'vitest';
import { freePort } from '../../../scripts/freePort';
import type { CallOptions, IotPay } from '../../../src/server/index';
import { clientOf, failureOf, requests, session, startGateway } from './gatewayDouble';
import { lostAnswers } from './lostAnswers';

/** The calls whose answer holds a secureId, with the number that is used up if the answer is lost. */
const sessionCalls: readonly {
  name: string;
  call: (iotpay: IotPay, options?: CallOptions) => Promise<unknown>;
  mchOrderNo: string | undefined;
  advice: string;
}[] = [
  {
    name: 'purchase',
    call: (iotpay, options) => iotpay.purchase(requests.purchase, options),
    mchOrderNo: 'A-1',
    advice: 'call again with a new mchOrderNo.',
  },
  {
    name: 'addCard',
    call: (iotpay, options) => iotpay.addCard(requests.addCard, options),
    mchOrderNo: undefined,
    advice: 'call again.',
  },
];

describe.each(sessionCalls)('$name', ({ call, mchOrderNo, advice }) => {
  it.each(lostAnswers)(
    'is sent once and says that the secureId is lost, after %s',
    async (_, answer, code) => {
      const gateway = await startGateway(answer, session);
      const error = await failureOf(call(gateway.client()));
      expect(error).toMatchObject({
        name: 'IotPaySessionLostError',
        code: 'session_lost',
        mchOrderNo,
        cause: { code },
      });
      expect(error.message).toContain(`Its secureId is lost too, so it can't be used: ${advice}`);
      expect(gateway.calls).toHaveLength(1);
    },
  );

  it('does not advise to poll for an order that can’t be paid', async () => {
    const gateway = await startGateway((response) => response.destroy());
    const { message } = await failureOf(call(gateway.client()));
    expect(message).not.toMatch(/query|waitForResult|took effect/);
  });

  it('says that the secureId is lost when the caller aborts it under way', async () => {
    const caller = new AbortController();
    const gateway = await startGateway(() => caller.abort());
    const error = await failureOf(call(gateway.client(), { signal: caller.signal }));
    expect(error).toMatchObject({ code: 'session_lost', mchOrderNo, cause: { code: 'aborted' } });
  });

  it('says that it never left if no program listens, so the same number may be used again', async () => {
    const nobody = clientOf(`http://127.0.0.1:${await freePort()}`);
    expect(await failureOf(call(nobody))).toMatchObject({ code: 'gateway_unreachable' });
  });

  it('is not sent at all once the caller has aborted', async () => {
    const gateway = await startGateway(session);
    const error = await failureOf(call(gateway.client(), { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: 'aborted' });
    expect(gateway.calls).toEqual([]);
  });
});
