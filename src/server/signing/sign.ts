import { canonicalText, type SignParams } from './canonical';
import { md5 } from './digest';
import { refuseBlankKey } from './keys';

/**
 * The `sign` of a message: 32 upper-case hexadecimal characters (docs/gateway-contract.md, section 2).
 *
 * Empty values and `sign` itself don't count, `0` does. Values are taken exactly as they are, without URL-encoding.
 * `createIotPay` signs its own calls. Use this for messages that it doesn't know.
 *
 * @throws IotPayError `invalid_config` for a blank key.
 */
export function sign(params: SignParams, merchantKey: string): string {
  refuseBlankKey(merchantKey);
  return signText(canonicalText(params), merchantKey);
}

export function signText(canonical: string, key: string): string {
  return md5(`${canonical}key=${key}`);
}
