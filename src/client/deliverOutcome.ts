import { parseSafeUrl } from '../contract/urls';
import type { CardFormProps } from './cardFormProps';
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
export function deliverOutcome(outcome: IotPayOutcome, props: CardFormProps): void {
  const { status, redirectUrl } = outcome;
  const handler = { success: props.onSuccess, failed: props.onFail, unknown: props.onTimeout }[status];
  let handled: unknown;
  try {
    handled = handler?.(outcome as never);
  } catch (error) {
    // The shop's mistake surfaces as it would from any event handler. IOTPay's script, which is calling, is not to stumble over it.
    setTimeout(() => {
      throw error;
    });
  }
  if (!redirectUrl || props.redirect === 'manual') return;
  void Promise.race([handled, pause(handlerLimitMs)]).finally(() => {
    const url = parseSafeUrl(redirectUrl);
    if (url && (!Array.isArray(props.redirect) || props.redirect.includes(url.origin))) location.replace(url);
    else props.onError?.(clientError('redirect_refused'));
  });
}
