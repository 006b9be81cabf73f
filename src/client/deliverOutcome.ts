import { parseSafeUrl } from '../contract/urls';
import type { CardFormConfig } from './cardFormConfig';
import { clientError } from './error';
import type { IotPayOutcome } from './outcome';
import { pause } from './pause';

/** How long a handler's promise may keep the customer on the page before the redirect is followed, in milliseconds. */
const handlerLimitMs = 10_000;

/**
 * Hands the outcome to the shop and then, when its handler is done, leaves for the gateway's `redirectUrl`, as
 * IOTPay's own sample does, unless that URL could do anything but show a page. What the handler throws does not keep the
 * customer here.
 */
export function deliverOutcome(outcome: IotPayOutcome, config: CardFormConfig): void {
  const { status, redirectUrl } = outcome;
  const handler = { success: config.onSuccess, failed: config.onFail, unknown: config.onTimeout }[status];
  let handled: unknown;
  try {
    handled = handler?.(outcome as never);
  } catch (error) {
    // The shop's mistake surfaces as it would from any event handler. IOTPay's script, which is calling, is not to stumble over it.
    setTimeout(() => {
      throw error;
    });
  }
  if (!redirectUrl || config.redirect === 'manual') return;
  void Promise.race([handled, pause(handlerLimitMs)]).finally(() => {
    const url = parseSafeUrl(redirectUrl);
    if (url && (!Array.isArray(config.redirect) || config.redirect.includes(url.origin)))
      location.replace(url);
    else config.onError?.(clientError('redirect_refused'));
  });
}
