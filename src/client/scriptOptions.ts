import type { IotPayScriptOptions } from './loadIotPayScript';

/** One's own options, and the provider's for those that are not given: `undefined` is not given. */
export const scriptOptions = (own: IotPayScriptOptions = {}, provider: IotPayScriptOptions = {}) => ({
  src: own.src ?? provider.src,
  nonce: own.nonce ?? provider.nonce,
  timeoutMs: own.timeoutMs ?? provider.timeoutMs,
  retries: own.retries ?? provider.retries,
});
