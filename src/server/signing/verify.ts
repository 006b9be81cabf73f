import { canonicalText, type SignParams } from './canonical';
import { equalInConstantTime } from './digest';
import { type MerchantKeys, readKeys } from './keys';
import { likelyMistake, mismatch } from './likelyMistake';
import { signText } from './sign';

/**
 * Why a signature was refused. `key_white_space` and `body_re_encoded` are proven, because the signature fits once that
 * mistake is undone. A `sign_mismatch` is a forgery, the key of another merchant, or a mistake that this library does
 * not look for.
 */
export type SignatureFault =
  'sign_missing' | 'sign_malformed' | 'key_white_space' | 'body_re_encoded' | 'sign_mismatch';

/** The result of `checkSignature`. `keyIndex` is the index of the key that fits, 0 for the first. */
export type SignatureCheck =
  | { readonly valid: true; readonly keyIndex: number }
  | {
      readonly valid: false;
      readonly reason: SignatureFault;
      /** The likely mistake in words, without key, sign or body. */
      readonly message: string;
    };

/** How much work to do for a signature. */
export interface SignatureCheckOptions {
  /**
   * Whether to look for the mistake behind a signature that fits no key, `true` by default. It takes about ten times as
   * long as the check itself, so say `false` for messages from the open internet. The reason is then `sign_mismatch`.
   */
  readonly diagnose?: boolean | undefined;
}

/**
 * Whether a message's `sign` fits one of the keys (docs/gateway-contract.md, section 2), compared in constant time.
 *
 * Unknown fields are part of the signature. Give the fields as they were received, because a number that was sent as
 * `1500.00` is `1500` after `JSON.parse` and no longer fits. To learn why a signature fails, call `checkSignature`.
 *
 * @throws IotPayError `invalid_config` for a blank key or an empty list, because neither may ever verify anything.
 */
export function verify(params: SignParams, keyOrKeys: MerchantKeys): boolean {
  const keys = readKeys(keyOrKeys);
  return isSignature(params.sign) && fittingKey(params, params.sign, keys) !== -1;
}

/**
 * Like `verify`, but says which key fits, or which mistake is the likely one: white space around the key, a body that
 * was re-encoded on its way, or the key of another environment.
 *
 * @throws IotPayError `invalid_config` for a blank key or an empty list.
 */
export function checkSignature(
  params: SignParams,
  keyOrKeys: MerchantKeys,
  options?: SignatureCheckOptions,
): SignatureCheck {
  return checkWithKeys(params, readKeys(keyOrKeys), options);
}

/** `checkSignature` with keys that were checked before. */
export function checkWithKeys(
  params: SignParams,
  keys: readonly string[],
  { diagnose = true }: SignatureCheckOptions = {},
): SignatureCheck {
  const { sign } = params;
  if (sign === undefined || sign === null || sign === '') {
    return { valid: false, reason: 'sign_missing', message: 'The message carries no sign.' };
  }
  if (!isSignature(sign)) {
    return { valid: false, reason: 'sign_malformed', message: describeMalformed(sign) };
  }
  const keyIndex = fittingKey(params, sign, keys);
  if (keyIndex !== -1) return { valid: true, keyIndex };
  return { valid: false, ...(diagnose ? likelyMistake(params, sign, keys) : mismatch(keys)) };
}

function isSignature(sign: unknown): sign is string {
  return typeof sign === 'string' && /^[0-9A-F]{32}$/.test(sign);
}

function describeMalformed(sign: unknown): string {
  const rule = 'sign must be a string of 32 upper-case hexadecimal characters';
  if (typeof sign !== 'string') return `${rule}, not ${Array.isArray(sign) ? 'a list' : `a ${typeof sign}`}.`;
  return /^[0-9a-f]{32}$/i.test(sign) ? `${rule}: this one holds lower-case letters.` : `${rule}.`;
}

/** Both orders of section 2 of docs/gateway-contract.md are accepted. The second is only computed if it differs from the first, which is rare. */
function fittingKey(params: SignParams, sign: string, keys: readonly string[]): number {
  const ascii = canonicalText(params);
  const found = keys.findIndex((key) => equalInConstantTime(signText(ascii, key), sign));
  if (found !== -1) return found;
  const caseInsensitive = canonicalText(params, 'case-insensitive');
  if (caseInsensitive === ascii) return -1;
  return keys.findIndex((key) => equalInConstantTime(signText(caseInsensitive, key), sign));
}
