import * as ReactDom from 'react-dom';
import { productionSrc, type IotPayScriptOptions } from './scriptOptions';
import { scriptUrl } from './scriptUrl';

/** React 19's resource hints; React 18 has none of them. */
interface ResourceHints {
  preconnect?: (href: string) => void;
  preload?: (href: string, options: { as: 'script'; nonce?: string }) => void;
}

/**
 * Tells the browser that IOTPay's script will be needed: a connection and a download ahead of the checkout. It may be
 * called in a component, on a server too, or in an event handler. React 18 has no such hints: there it does nothing.
 *
 * @throws IotPayError `script_url_refused`
 */
export function preloadIotPay({
  src = productionSrc,
  nonce,
}: Pick<IotPayScriptOptions, 'src' | 'nonce'> = {}): void {
  const url = scriptUrl(src);
  // A copy, so that bundlers do not look for the names in React 18.
  const hints: ResourceHints = { ...ReactDom };
  hints.preconnect?.(new URL(url).origin);
  hints.preload?.(url, { as: 'script', ...(nonce && { nonce }) });
}
