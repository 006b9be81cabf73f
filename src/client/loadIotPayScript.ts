import { pageRecord } from '../contract/page';
import { sdkWindow, type IotPayFactory } from '../contract/sdk';
import { clientError, type IotPayClientError, type IotPayClientErrorCode } from './error';
import { pause } from './pause';
import { scriptUrl } from './scriptUrl';

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

/** What the page's browser may have of Trusted Types, as far as it is used here. */
interface TrustedTypes {
  createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
}

/** Under `require-trusted-types-for 'script'` only what a policy has passed may name a script. Ours is as strict as `src`. */
function trustedUrl(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const page = pageRecord<{ policy: ReturnType<TrustedTypes['createPolicy']> }>();
  if (trustedTypes) page.policy ??= trustedTypes.createPolicy('react-iotpay', { createScriptURL: scriptUrl });
  return page.policy?.createScriptURL(url) ?? url;
}

/**
 * Waits for a script tag, the page's own or a new one, to define the global. A tag that does not is removed: it will
 * never fire again, and a retry needs a fresh one.
 */
function settleTag(
  tag: HTMLScriptElement,
  url: string,
  { nonce, timeoutMs = 15_000 }: IotPayScriptOptions,
): Promise<IotPayFactory> {
  const page = pageRecord<{ query: string }>();
  return new Promise((resolve, reject) => {
    const settle = (code: IotPayClientErrorCode, cause?: unknown) => () => {
      clearTimeout(timer);
      const { Iotpay } = sdkWindow();
      if (Iotpay) {
        resolve(Iotpay);
        return;
      }
      tag.remove();
      reject(clientError(code, cause));
    };
    const loaded = settle('script_without_global');
    const timer = setTimeout(() => {
      // A new tag for the same URL would join the request that hangs.
      page.query = `?${Date.now()}`;
      settle('script_timeout')();
    }, timeoutMs);
    tag.addEventListener('load', loaded);
    tag.addEventListener('error', settle('script_unreachable'));
    if (!tag.src) {
      if (nonce) tag.nonce = nonce;
      try {
        tag.src = trustedUrl(url + (page.query ?? ''));
        document.head.append(tag);
      } catch (cause) {
        settle('script_unreachable', cause)();
      }
    } else if (document.readyState !== 'complete') {
      // Its own events may be over already. Those of all the page's tags are when the page is.
      addEventListener('load', loaded, { once: true });
    } else if ((performance as Partial<Performance>).getEntriesByName?.(url).length) {
      // Its events are over: its request is, and no parser or defer holds it back any more.
      setTimeout(loaded);
    }
  });
}

async function fetchScript(url: string, options: IotPayScriptOptions): Promise<IotPayFactory> {
  const { retries = 2 } = options;
  const page = sdkWindow();
  for (let attempt = 0; !page.Iotpay;) {
    const own = [...document.scripts].find((tag) => tag.src === url);
    try {
      return await settleTag(own ?? document.createElement('script'), url, options);
    } catch (error) {
      // A dead tag of the page's own is replaced at once. A hang has cost the customer enough time already.
      if (own) continue;
      if ((error as IotPayClientError).code !== 'script_unreachable' || attempt >= retries) throw error;
    }
    await pause(500 * 2 ** attempt++ * (0.5 + Math.random()));
  }
  return page.Iotpay;
}

/** `loadIotPayScript` where there surely is a document. */
export async function loadScript(options: IotPayScriptOptions): Promise<IotPayFactory> {
  const url = scriptUrl(options.src);
  const page = pageRecord<{ src: string; load: Promise<IotPayFactory> }>();
  if (page.load && page.src !== url) throw clientError('script_conflict');
  page.src = url;
  try {
    return await (page.load ??= fetchScript(url, options));
  } catch (error) {
    delete page.load;
    throw error;
  }
}

/**
 * Loads IOTPay's hosted script, once per page however often it is called; the first call's options count. A tag of
 * the page's own is adopted, and a failed load is forgotten, so that the next call tries again.
 *
 * @returns the `Iotpay` factory that the script defines (gateway contract, section 1)
 * @throws IotPayError `no_document`, `script_url_refused`, `script_conflict`, `script_unreachable`, `script_timeout`
 *   or `script_without_global`
 */
export async function loadIotPayScript(options: IotPayScriptOptions = {}): Promise<IotPayFactory> {
  if (typeof document === 'undefined') throw clientError('no_document');
  return loadScript(options);
}
