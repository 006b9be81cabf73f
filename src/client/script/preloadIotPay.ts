import * as ReactDom from 'react-dom';
import { productionSrc, type IotPayScriptOptions } from './scriptOptions';
import { scriptUrl } from './scriptUrl';

/** React 19's resource hints. React 18 has none. */
interface ResourceHints {
  preconnect?: (href: string) => void;
  preload?: (href: string, options: { as: 'script'; nonce?: string }) => void;
}

/**
 * Tells the browser to connect to IOTPay and download its script ahead of the checkout. Call it in a component, on a
 * server too, or in an event handler. In React 18 it does nothing, because React 18 has no such hints.
 *
 * @throws IotPayError `script_url_refused`
 */
export function preloadIotPay({
  src = productionSrc,
  nonce,
}: Pick<IotPayScriptOptions, 'src' | 'nonce'> = {}): void {
  const url = scriptUrl(src);
  // A copy, because bundlers would look for the names in React 18.
  const hints: ResourceHints = { ...ReactDom };
  hints.preconnect?.(new URL(url).origin);
  hints.preload?.(url, { as: 'script', ...(nonce && { nonce }) });
}
