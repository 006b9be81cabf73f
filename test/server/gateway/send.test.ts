import { describe, expect, it } from 'vitest';
import { merchantKey, refuseWith, requests, secureId, startGateway } from './gatewayDouble';

describe('refusals', () => {
  it('carry retCode and retMsg', async () => {
    const gateway = await startGateway(refuseWith('mchOrderNo is already used'));
    await expect(gateway.client().purchase(requests.purchase)).rejects.toMatchObject({
      name: 'IotPayGatewayError',
      code: 'gateway_refused',
      retCode: 'FAIL',
      retMsg: 'mchOrderNo is already used',
      message: 'The gateway refused cc_purchase: mchOrderNo is already used.',
    });
  });

  it('may come without a reason', async () => {
    const gateway = await startGateway(refuseWith());
    const refusal = gateway.client().refund(requests.refund);
    await expect(refusal).rejects.toMatchObject({ code: 'gateway_refused', retMsg: undefined });
    await expect(refusal).rejects.toThrow('without giving a reason');
  });

  it('of a card that is not bound have a code of their own', async () => {
    const gateway = await startGateway(refuseWith('cardId is not binding'));
    await expect(gateway.client().queryCard({ cardId: 'card-1' })).rejects.toMatchObject({
      code: 'card_not_bound',
    });
  });

  it('of a signature point to the key', async () => {
    const gateway = await startGateway(refuseWith('Verify sign failed'));
    await expect(gateway.client().query({ mchOrderNo: 'A-1' })).rejects.toThrow(/merchantKey.*environment/);
  });

  it('never repeat a secret that the gateway quotes, nor its line breaks', async () => {
    const gateway = await startGateway((response, { fields }) => {
      const quoted = `bad\r\nsign ${String(fields.sign)} for key=${merchantKey}, session ${secureId}`;
      response.end(JSON.stringify(refuseWith(quoted)));
    });
    await expect(gateway.client().purchase(requests.purchase)).rejects.toMatchObject({
      retMsg: 'bad sign [hidden] for key=[hidden], session [hidden]',
    });
  });

  it('are cut to a length that fits a log line', async () => {
    const gateway = await startGateway(refuseWith('no '.repeat(10_000)));
    const error = await gateway
      .client()
      .purchase(requests.purchase)
      .catch((reason: unknown) => reason as Error);
    expect((error as Error).message.length).toBeLessThan(400);
  });
});
