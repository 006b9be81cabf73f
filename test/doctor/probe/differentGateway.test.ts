import { startSandbox } from 'react-iotpay/sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { examine } from '../../../src/doctor/examine';
import { compareProbe } from '../../../src/doctor/probe/compareProbe';
import { takeProbe } from '../../../src/doctor/probe/takeProbe';
import { access, startDifferentGateway } from './differentGateway';

const settings = async () => ({
  environment: 'sandbox' as const,
  baseUrl: await startDifferentGateway(),
  ...access,
  timeoutMs: 5000,
});

const refused = (retMsg: string, httpStatus = 200) => ({ httpStatus, retCode: 'FAIL' as const, retMsg });

describe('a gateway that differs from the sandbox in nearly everything', () => {
  it('a gateway that differs from the sandbox in nearly everything can be probed', async () => {
    const { answers, unknown } = await takeProbe(await settings());

    expect(answers).toEqual({
      unknownOrder: refused('订单不存在'),
      wrongSignature: refused('验签失败', 401),
      missingSign: refused('缺少签名', 401),
      unknownMerchant: refused('商户不存在或已停用', 403),
      missingField: refused('{field}不能为空'),
      tooLong: { httpStatus: 200, retCode: 'SUCCESS' },
      cardNotBound: refused('卡号{cardId}未绑定'),
      unknownPayment: refused('支付订单{payOrderId}不存在'),
      usedOrderNo: { httpStatus: 200, retCode: 'SUCCESS' },
      unknownCall: { httpStatus: 404, retCode: 'none' },
      brokenBody: refused('参数错误', 400),
      fieldOrder: 'case-insensitive',
      emptyFields: 'signed',
      unknownFields: 'signed',
      lowerCaseSign: 'accepted',
      addCardName: 'cc_addcard',
      unpaidOrder: refused('订单不存在'),
      secureId: { length: 48, alphabet: 'hex' },
      redirectUrl: 'https://pay.example/go/{secureId}',
      answerFields: ['retCode', 'retData', 'sign'],
    });
    expect(Object.keys(unknown)).toEqual(['orderFields']);
  });

  it('a gateway that differs from the sandbox in nearly everything is imitated by the sandbox, in all but what a sandbox can’t be', async () => {
    const probe = await takeProbe(await settings());
    const sandbox = await startSandbox({ like: probe, credentials: access });
    onTestFinished(() => sandbox.close());

    const imitation = await takeProbe({ ...(await settings()), baseUrl: sandbox.url });

    const differing = compareProbe(probe, imitation.answers as typeof sandbox.behaviour);
    expect(differing.map(({ question }) => question)).toEqual([
      'tooLong',
      'usedOrderNo',
      'unknownCall',
      'secureId',
      'redirectUrl',
      'answerFields',
    ]);
    expect(compareProbe(probe, sandbox.behaviour)).toEqual(differing);
  });

  it.each([
    ['the right key', {}, []],
    ['a wrong key', { merchantKey: 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU' }, ['wrong_key']],
    ['a wrong mchId', { mchId: '20001111' }, ['wrong_mch_id']],
  ])('lets the doctor see %s, in whatever language', async (_, changes, codes) => {
    const findings = await examine({ ...(await settings()), ...changes, folder: '.', env: {} });

    expect(findings.flatMap(({ status, code }) => (status === 'failed' ? code : []))).toEqual(codes);
    const { status } = findings.find(({ check }) => check === 'signature') ?? {};
    expect(status).toBe(codes.length === 0 ? 'passed' : codes[0] === 'wrong_key' ? 'failed' : 'unknown');
  });
});
