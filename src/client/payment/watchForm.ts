import { parseSafeUrl } from '../../contract/urls';
import { clientError, type IotPayClientError } from '../error';
import { onPolicyViolation } from '../onPolicyViolation';
import { frameOf } from './formHost';

/**
 * Watches a form that is in the document: whether its iframe loads in time, and whether the customer enters it.
 *
 * @param isLoading whether the iframe has yet to load
 * @param checkTouch looks whether the focus is in the form
 * @param report is called without an error once the form is ready, and with the error if it can't be used
 * @returns stops watching
 */
export function watchForm(
  host: HTMLElement,
  isLoading: boolean,
  timeoutMs: number,
  checkTouch: () => boolean,
  report: (error?: IotPayClientError) => void,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let isBlocked = false;

  const timer = setTimeout(() => {
    // If the customer is in the form, it has evidently been shown.
    if (isLoading) report(checkTouch() ? undefined : clientError('form_timeout'));
  }, timeoutMs);

  // An iframe without an address fires `load` while it is being inserted. The event does not bubble.
  host.addEventListener(
    'load',
    ({ target }) => {
      // If the browser has refused an iframe, it shows an error page in it and fires `load` for that page.
      if (target !== frameOf(host) || isBlocked) return;
      isLoading = false;
      report();
    },
    { capture: true, signal },
  );
  onPolicyViolation(
    'frame-src',
    () => frameOf(host)?.src,
    () => {
      if (checkTouch()) return;
      isBlocked = true;
      // Only the origin, because the rest of the address holds the secureId.
      report(clientError('form_blocked', undefined, parseSafeUrl(frameOf(host)?.src ?? '')?.origin));
    },
    signal,
  );
  addEventListener('blur', checkTouch, { signal });
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
