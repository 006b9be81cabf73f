import type { GatewayAnswers, Probe } from 'react-iotpay/sandbox';
import { describe, expect, it } from 'vitest';
import { startMerchant } from '../merchant';

const probeWith = (answers: GatewayAnswers): Probe => ({
  format: 'iotpay-probe',
  version: 1,
  takenAt: '2026-01-01T00:00:00.000Z',
  askedBy: 'a test',
  environment: 'development',
  charged: false,
  answers,
  unknown: {},
});

const refusal = { httpStatus: 401, retCode: 'FAIL', retMsg: '签名错误' } as const;

describe('the journal of a sandbox that is like another gateway', () => {
  it('keeps a refusal as that gateway puts it, and explains it all the same', async () => {
    const { post, signed, purchaseFields, sandbox } = await startMerchant({
      like: probeWith({ wrongSignature: refusal }),
    });
    const call = signed(purchaseFields());

    await post('/v3/cc_purchase', { ...call, sign: String(call.sign).toLowerCase() });

    expect(sandbox.events({ type: 'call' })).toMatchObject([
      { answer: { status: 401 }, retMsg: '签名错误', wrong: [expect.stringContaining('upper case')] },
    ]);
  });

  it('names the likeness as the reason where a signature is right by docs/gateway-contract.md', async () => {
    const { post, signed, purchaseFields, sandbox } = await startMerchant({
      like: probeWith({ emptyFields: 'signed', wrongSignature: refusal }),
    });

    await post('/v3/cc_purchase', signed(purchaseFields({ subject: '' })));

    expect(sandbox.events({ type: 'call' })).toMatchObject([
      { wrong: [expect.stringContaining('emptyFields')] },
    ]);
  });

  it('explains what a fault has put in the place of a refusal, and not the refusal', async () => {
    const { post, signed, purchaseFields, sandbox } = await startMerchant();
    sandbox.addFault({ call: 'cc_purchase', kind: 'fail', retMsg: 'mchId does not exist', carriedOut: true });

    await post('/v3/cc_purchase', { ...signed(purchaseFields()), sign: 'WRONG' });

    expect(sandbox.events({ type: 'call' })).toMatchObject([
      { wrong: [expect.stringContaining('mchId is not the one of this sandbox')] },
    ]);
  });
});

it('saves a card in a scenario by the one name that the other gateway has for that call', async () => {
  const { sandbox } = await startMerchant({ like: probeWith({ addCardName: 'cc_addCard' }) });

  await sandbox.play({
    version: 1,
    name: 'Save a card',
    steps: [{ do: 'saveCard', cardId: 'CARD-1', card: '4242424242424242' }],
  });

  expect(sandbox.events({ type: 'call' })).toMatchObject([{ call: 'cc_addCard', retCode: 'SUCCESS' }]);
});
