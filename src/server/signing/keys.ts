import { IotPayError } from '../../contract/error';

/** One merchant key. While a key is being rotated, several keys: the first signs, all verify. */
export type MerchantKeys = string | readonly string[];

/**
 * The keys as a list that is never empty and holds no blank key. With an empty key, everyone who knows the rule of
 * section 2 of docs/gateway-contract.md could sign, and everything would verify.
 *
 * @throws IotPayError `invalid_config` otherwise.
 */
export function readKeys(keyOrKeys: MerchantKeys): readonly [string, ...string[]] {
  const [first, ...others] = typeof keyOrKeys === 'string' ? [keyOrKeys] : readList(keyOrKeys);
  if (first === undefined) {
    throw new IotPayError('invalid_config', 'The list of merchant keys is empty: give at least one key.');
  }
  refuseBlankKey(first);
  others.forEach(refuseBlankKey);
  return [first, ...others];
}

function readList(keys: unknown): readonly string[] {
  if (Array.isArray(keys)) return keys as readonly string[];
  throw new IotPayError(
    'invalid_config',
    'The merchant key is missing: give the key as a string, or a list of keys. Is the environment variable set?',
  );
}

/** @throws IotPayError `invalid_config` for a key that is blank or not a string */
export function refuseBlankKey(key: unknown): void {
  if (typeof key === 'string' && key.trim() !== '') return;
  throw new IotPayError(
    'invalid_config',
    'A merchant key is blank: with an empty key, anyone could sign. Is the environment variable set?',
  );
}
