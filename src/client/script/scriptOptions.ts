import { productionUrl, scriptPath } from '../../contract/urls';

export interface IotPayScriptOptions {
  /** Where the script is loaded from: `https://*.iotpaycloud.com` or a loopback host. Default: IOTPay's production URL. */
  src?: string | undefined;
  /** The page's Content-Security-Policy nonce, put on the script tag. */
  nonce?: string | undefined;
  /** How long one attempt may take, in milliseconds. Default 15000. */
  timeoutMs?: number | undefined;
  /** How many more times an attempt that failed at once is made, with growing pauses. Default 2. */
  retries?: number | undefined;
}

/** A component's own options, with the provider's where it leaves one undefined. */
export const scriptOptions = (
  own: IotPayScriptOptions = {},
  provider: IotPayScriptOptions = {},
): IotPayScriptOptions => ({
  src: own.src ?? provider.src,
  nonce: own.nonce ?? provider.nonce,
  timeoutMs: own.timeoutMs ?? provider.timeoutMs,
  retries: own.retries ?? provider.retries,
});

/** What `src` is by default. */
export const productionSrc = productionUrl + scriptPath;
