import { productionUrl, scriptPath } from '../../contract/urls';

export interface IotPayScriptOptions {
  /** The URL of the script: `https://*.iotpaycloud.com` or a loopback host. Default: IOTPay's production URL. */
  src?: string | undefined;
  /** The page's Content-Security-Policy nonce, put on the script tag. */
  nonce?: string | undefined;
  /** How long one attempt may take, in milliseconds. Default 15000. */
  timeoutMs?: number | undefined;
  /**
   * How many more times a failed attempt is repeated, with growing pauses. Default 2. An attempt that timed out is not
   * repeated.
   */
  retries?: number | undefined;
}

/** A component's own options. The provider's options fill in those that it leaves undefined. */
export const scriptOptions = (
  own: IotPayScriptOptions = {},
  provider: IotPayScriptOptions = {},
): IotPayScriptOptions => ({
  src: own.src ?? provider.src,
  nonce: own.nonce ?? provider.nonce,
  timeoutMs: own.timeoutMs ?? provider.timeoutMs,
  retries: own.retries ?? provider.retries,
});

/** The default of `src`. */
export const productionSrc = productionUrl + scriptPath;
