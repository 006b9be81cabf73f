import { pageRecord } from '../../contract/page';
import { sdkWindow, type IotPayFactory } from '../../contract/sdk';
import { clientError, type IotPayClientErrorCode } from '../error';
import { onPolicyViolation } from '../onPolicyViolation';
import type { IotPayScriptOptions } from './scriptOptions';
import { scriptUrl } from './scriptUrl';

/** The part of the browser's Trusted Types that is used here. */
interface TrustedTypes {
  createPolicy(name: string, rules: object): { createScriptURL(url: string): string };
}

/** Under `require-trusted-types-for 'script'`, a script's URL must pass a policy. This policy is as strict as `src`. */
function trustedUrl(url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const page = pageRecord<{ policy: ReturnType<TrustedTypes['createPolicy']> }>();
  if (trustedTypes) page.policy ??= trustedTypes.createPolicy('react-iotpay', { createScriptURL: scriptUrl });
  return page.policy?.createScriptURL(url) ?? url;
}

/**
 * Waits for a script tag, the page's own or a new one, to define the global. If it does not, the tag is removed,
 * because it will never fire again and a retry needs a fresh one.
 */
export function waitForTag(
  tag: HTMLScriptElement,
  url: string,
  { nonce, timeoutMs = 15_000 }: IotPayScriptOptions,
): Promise<IotPayFactory> {
  const page = pageRecord<{ query: string }>();
  const stop = new AbortController();
  return new Promise((resolve, reject) => {
    let isBlocked = false;
    const settle = (code: IotPayClientErrorCode, cause?: unknown) => {
      clearTimeout(timer);
      stop.abort();
      const { Iotpay } = sdkWindow();
      if (Iotpay) {
        resolve(Iotpay);
        return;
      }
      tag.remove();
      reject(clientError(isBlocked ? 'script_blocked' : code, cause, url));
    };
    const onLoaded = () => settle('script_without_global');
    const timer = setTimeout(() => {
      // A new tag for the same URL would join the request that hangs.
      page.query = `?${Date.now()}`;
      settle('script_timeout');
    }, timeoutMs);
    const onViolation = () => {
      isBlocked = true;
    };
    onPolicyViolation('script-src', () => url, onViolation, stop.signal);
    tag.addEventListener('load', onLoaded);
    tag.addEventListener('error', () => settle('script_unreachable'));
    if (!tag.src) {
      if (nonce) tag.nonce = nonce;
      try {
        tag.src = trustedUrl(url + (page.query ?? ''));
        document.head.append(tag);
      } catch (cause) {
        settle('script_unreachable', cause);
      }
    } else if (document.readyState !== 'complete') {
      // This tag may have fired before we listened. The window's load event comes after every script, so check again then.
      addEventListener('load', onLoaded, { once: true, signal: stop.signal });
    } else if ((performance as Partial<Performance>).getEntriesByName?.(url).length) {
      // The request is over, and neither the parser nor `defer` holds the script back any more, so the tag has fired.
      setTimeout(onLoaded);
    }
  });
}
