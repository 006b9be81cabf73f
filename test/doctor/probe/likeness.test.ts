import fc from 'fast-check';
import { type GatewayAnswers, type Probe, startSandbox } from 'react-iotpay/sandbox';
import { describe, expect, it } from 'vitest';
import { compareProbe } from '../../../src/doctor/probe/compareProbe';
import { takeProbe } from '../../../src/doctor/probe/takeProbe';

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

/** What a probe of a sandbox learns that is like a gateway with these answers. */
async function probeLike(answers: GatewayAnswers) {
  const sandbox = await startSandbox({ like: probeWith(answers) });
  try {
    const { url: baseUrl, credentials, behaviour } = sandbox;
    const probe = await takeProbe({ environment: 'sandbox', baseUrl, ...credentials, timeoutMs: 5000 });
    return { probe, behaviour };
  } finally {
    await sandbox.close();
  }
}

/** Reasons as gateways give them, in English and Chinese, some of them with what was asked about. */
const reason = (...placeholders: string[]) =>
  fc
    .tuple(
      fc.constantFrom('pay order', 'Verify', '签名', '商户', '系统', 'request params'),
      fc.constantFrom('does not exist', 'failed', '错误', '不存在', '异常', 'error'),
      fc.constantFrom('', ...placeholders.map((name) => ` [{${name}}]`)),
    )
    .map((words) => words.join(' ').trim());

const refusal = (...placeholders: string[]) =>
  fc.record({
    httpStatus: fc.constantFrom(200, 400, 401, 403, 404, 500),
    retCode: fc.constant('FAIL' as const),
    retMsg: reason(...placeholders),
  });

const way = <const One extends string, const Other extends string>(one: One, other: Other) =>
  fc.constantFrom(one, other, 'either' as const, 'neither' as const);

/** Gateways that differ in everything that can be learnt without a browser. */
const gateway: fc.Arbitrary<GatewayAnswers> = fc.record({
  unknownOrder: refusal('mchOrderNo'),
  wrongSignature: refusal(),
  missingSign: refusal(),
  unknownMerchant: refusal(),
  missingField: refusal('field'),
  tooLong: refusal('field', 'mchOrderNo'),
  cardNotBound: refusal('cardId'),
  unknownPayment: refusal('payOrderId'),
  usedOrderNo: refusal('mchOrderNo'),
  unknownCall: refusal(),
  brokenBody: refusal(),
  fieldOrder: fc.constantFrom('ascii', 'case-insensitive', 'either'),
  emptyFields: way('left out', 'signed'),
  unknownFields: way('signed', 'ignored'),
  lowerCaseSign: fc.constantFrom('accepted', 'refused'),
  addCardName: way('cc_addcard', 'cc_addCard'),
  unpaidOrder: fc.oneof(
    fc.record({
      httpStatus: fc.constant(200),
      retCode: fc.constant('SUCCESS' as const),
      status: fc.constantFrom(0, 1),
    }),
    refusal('mchOrderNo'),
  ),
});

/** Says the same of two things that are told apart by it alone. */
const isAmbiguous = ({ unknownOrder, wrongSignature }: GatewayAnswers) =>
  JSON.stringify(unknownOrder) === JSON.stringify(wrongSignature);

describe('a sandbox that is like a probed gateway', () => {
  it('gives a probe the same answers, whatever the gateway was', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(gateway, async (answers) => {
        const { probe } = await probeLike(answers);
        const cannotTell = isAmbiguous(answers)
          ? ['fieldOrder', 'emptyFields', 'unknownFields', 'lowerCaseSign']
          : answers.unknownFields === 'ignored' || answers.unknownFields === 'neither'
            ? ['fieldOrder']
            : [];
        const expected = Object.entries(answers).filter(([question]) => !cannotTell.includes(question));
        expect(probe.answers).toMatchObject(Object.fromEntries(expected));
        expect(Object.keys(probe.unknown)).toEqual(expect.arrayContaining(cannotTell));
      }),
      { numRuns: 25 },
    );
  });

  it('differs from the probe in nothing that it says of itself', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(gateway, async (answers) => {
        const { probe, behaviour } = await probeLike(answers);
        expect(compareProbe(probe, behaviour)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('a sandbox that is like a probed gateway is the usual one without a probe, and a probe of it finds no difference', async () => {
    const sandbox = await startSandbox();
    const { url: baseUrl, credentials, behaviour } = sandbox;
    const probe = await takeProbe({ environment: 'sandbox', baseUrl, ...credentials, timeoutMs: 5000 });
    await sandbox.close();

    expect(compareProbe(probe, behaviour)).toEqual([]);
    expect(probe.unknown).toEqual({});
  });
});

describe('compareProbe', () => {
  it('lists what a gateway answers otherwise, question by question', async () => {
    const sandbox = await startSandbox();
    await sandbox.close();
    const different = probeWith({
      wrongSignature: { httpStatus: 200, retCode: 'FAIL', retMsg: '验签失败' },
      fieldOrder: 'either',
      mountElement: 'form',
      unknownSecureId: { calls: 'FAIL' },
      spentSecureId: { calls: 'nothing', shows: 'form' },
    });

    expect(compareProbe(different, sandbox.behaviour)).toEqual([
      expect.objectContaining({
        question: 'wrongSignature',
        gateway: { httpStatus: 200, retCode: 'FAIL', retMsg: '验签失败' },
        sandbox: { httpStatus: 200, retCode: 'FAIL', retMsg: 'Verify sign failed' },
      }),
      expect.objectContaining({ question: 'mountElement', gateway: 'form', sandbox: 'throws' }),
      expect.objectContaining({ question: 'spentSecureId' }),
    ]);
  });

  it('still lists what the sandbox can’t imitate: a call that is accepted, or an answer that is no JSON', async () => {
    const like = probeWith({
      tooLong: { httpStatus: 200, retCode: 'SUCCESS' },
      unknownCall: { httpStatus: 404, retCode: 'none' },
      mountFrame: 'at once',
    });
    const sandbox = await startSandbox({ like });
    await sandbox.close();

    const questions = compareProbe(like, sandbox.behaviour).map(({ question }) => question);

    expect(questions).toEqual(['tooLong', 'unknownCall']);
  });
});
