import type { IotPayMode } from '../../contract/sdk';
import { parseSafeUrl } from '../../contract/urls';
import { callShop } from '../callShop';
import { clientError } from '../error';
import { pause } from '../pause';
import type { PaymentHandlers } from './handlers';
import type { IotPayOutcome } from './readOutcome';

/** How long a handler's promise may keep the customer on the page before the redirect is followed, in milliseconds. */
const handlerLimitMs = 10_000;

/**
 * Tells the shop an outcome and then, when its handler is done, follows the gateway's `redirectUrl` if the library has
 * to.
 *
 * @param isShown whether a component still shows the payment, because a customer who has gone on to another page stays
 *   there
 * @returns false if this shop has no handler for the outcome and no redirect is to be followed, so that nothing was
 *   done
 */
export function tellOutcome(
  outcome: IotPayOutcome,
  handlers: PaymentHandlers<IotPayMode>,
  isShown: () => boolean,
): boolean {
  const { onSuccess, onFail, onTimeout, onError } = handlers;
  const handler = { success: onSuccess, failed: onFail, unknown: onTimeout }[outcome.status];
  const { redirect = handler ? 'manual' : 'auto' } = handlers;
  const redirectUrl = redirect === 'manual' ? undefined : outcome.redirectUrl;
  if (!handler && !redirectUrl) return false;
  const handled = callShop(() => handler?.(outcome as never));
  if (!redirectUrl) return true;
  void Promise.race([handled, pause(handlerLimitMs)]).finally(() => {
    if (!isShown()) return;
    const url = parseSafeUrl(redirectUrl);
    if (url && (redirect === 'auto' || redirect.includes(url.origin))) location.replace(url);
    else onError?.(clientError('redirect_refused'));
  });
  return true;
}
