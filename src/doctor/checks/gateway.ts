import { saysNoSuchOrder } from '../../server/gateway/noSuchOrder';
import { redact } from '../../server/secrets';
import { type Finding, failed, passed, unknown } from '../finding';
import { callGateway, type GatewayAnswer, signMessage } from '../gateway/gatewayCall';
import { madeUpKey, madeUpOrderNo } from '../gateway/madeUp';
import type { GatewaySettings } from '../settings';
import { checkClock } from './clock';
import { checkLoginName } from './loginName';

/**
 * Asks for an order that can't exist, once with the merchant's key and once with an invented one. In any words of the gateway: if it
 * answers both alike, it did not accept the key.
 */
export async function checkGateway(settings: GatewaySettings): Promise<Finding[]> {
  const { baseUrl } = settings;
  const fields = { mchOrderNo: madeUpOrderNo() };
  const sentAt = Date.now();
  const own = await callGateway(settings, 'cc_query', signMessage(settings, fields));
  const answeredAt = Date.now();
  const silent = (['clock', 'mchId', 'signature', 'loginName'] as const).map((check) =>
    unknown(check, 'The gateway has not answered.'),
  );
  if ('failure' in own) {
    const { kind, message } = own.failure;
    const code = kind === 'certificate' ? 'tls_wrong' : 'gateway_unreachable';
    return [
      failed('gateway', code, `The connection to ${baseUrl} failed: ${message}.`, reachAdvice(settings)),
      ...silent,
    ];
  }
  if (own.retCode === 'none' || own.retCode === 'other') {
    const what = `${baseUrl} answers, but not as the gateway does (HTTP ${own.httpStatus}).`;
    const advice = 'Check the address, and any proxy or firewall page that stands between.';
    return [failed('gateway', 'not_the_gateway', what, advice), ...silent];
  }
  const forged = await callGateway(settings, 'cc_query', signMessage(settings, fields, madeUpKey()));
  const key = judgeKey(settings, own, 'failure' in forged ? undefined : forged);
  const isRefused = key.some(({ status }) => status === 'failed');
  return [
    passed('gateway', `${baseUrl} answers.`),
    checkClock(own.date, sentAt, answeredAt),
    ...key,
    isRefused
      ? unknown('loginName', 'The gateway looks at it only once it accepts the signature.')
      : await checkLoginName(settings, fields, own),
  ];
}

function reachAdvice({ environment }: GatewaySettings): string {
  return environment === 'sandbox'
    ? 'Is the sandbox running? `npx iotpay sandbox` starts it, and --environment takes another address.'
    : 'Check the network of this machine, its firewall, and any proxy that it needs.';
}

/** Judges the merchant and their key by the two answers. */
function judgeKey(
  settings: GatewaySettings,
  own: GatewayAnswer,
  forged: GatewayAnswer | undefined,
): Finding[] {
  const reason = redact(own.retMsg ?? '', [settings.merchantKey]);
  const said = reason === '' ? 'nothing more than FAIL' : `"${reason}"`;
  if (!saysNoSuchOrder(reason) && own.retCode === 'FAIL') {
    if (/sign|签|簽/i.test(reason)) {
      return [
        unknown('mchId', 'The gateway did not accept the signature.'),
        failed('signature', 'wrong_key', `The gateway does not accept it: ${said}.`, keyAdvice(settings)),
      ];
    }
    if (/mch|merchant|商[户戶]/i.test(reason)) {
      return [
        failed('mchId', 'wrong_mch_id', `The gateway does not accept it: ${said}.`, merchantAdvice(settings)),
        unknown('signature', 'The gateway does not know the merchant, so it looked at no signature.'),
      ];
    }
  }
  if (!forged)
    return [unknown('mchId', 'The gateway did not answer again.'), unknown('signature', 'The same.')];
  if (forged.retCode === own.retCode && forged.retMsg === own.retMsg) {
    const message = `The gateway answers ${said} to a wrong key as well, so that tells nothing.`;
    return [unknown('mchId', message), unknown('signature', message, keyAdvice(settings))];
  }
  return [
    passed('mchId', 'The gateway knows the merchant.'),
    passed('signature', 'Accepted, and one with a wrong key is not.'),
  ];
}

function keyAdvice({ environment }: GatewaySettings): string {
  return `The key must be that of this mchId in ${environment}: the environments have different keys. Copy it again from the merchant portal.`;
}

function merchantAdvice({ environment }: GatewaySettings): string {
  return `Compare mchId with the merchant portal: it must be that of ${environment}, and an active one.`;
}
