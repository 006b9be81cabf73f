import { countCharacters } from '../../server/signing/characters';
import { redact } from '../../server/secrets';
import { type Finding, failed, passed, unknown } from '../finding';
import { callGateway, type Fields, type GatewayAnswer, signMessage } from '../gateway/gatewayCall';
import type { GatewaySettings } from '../settings';

/** A login name of twelve characters that no merchant has. */
const nobody = 'doctor-noone';

/** Asks the same with the login name and with an invented one. A gateway that checks the name answers the two differently. */
export async function checkLoginName(
  settings: GatewaySettings,
  fields: Fields,
  without: GatewayAnswer,
): Promise<Finding> {
  const { loginName, merchantKey } = settings;
  if (loginName === '') {
    return unknown('loginName', 'None was given.', 'Set IOTPAY_LOGIN, or give --login-name.');
  }
  if (countCharacters(loginName) > 12 || loginName !== loginName.trim()) {
    const message = 'It has more than 12 characters, or white space around it.';
    return failed('loginName', 'wrong_login_name', message, 'Copy it again from the merchant portal.');
  }
  const ask = (name: string) =>
    callGateway(settings, 'cc_query', signMessage(settings, { ...fields, loginName: name }));
  const [own, other] = [await ask(loginName), await ask(nobody)];
  if ('failure' in own || 'failure' in other)
    return unknown('loginName', 'The gateway did not answer again.');
  const same = (one: GatewayAnswer, two: GatewayAnswer) =>
    one.retCode === two.retCode && one.retMsg === two.retMsg;
  if (!same(own, without)) {
    const reason = redact(own.retMsg ?? own.retCode, [merchantKey]);
    const message = `With it the gateway answers "${reason}".`;
    return /login/i.test(reason)
      ? failed('loginName', 'wrong_login_name', message, 'Compare it with the merchant portal.')
      : unknown('loginName', message);
  }
  return same(own, other)
    ? unknown('loginName', 'The gateway does not look at it in a query; a payment would.')
    : passed('loginName', 'The gateway knows it.');
}
