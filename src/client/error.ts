import { IotPayError } from '../contract/error';

/**
 * The errors that can keep the card form or the checkout from working. The texts are for development. A production
 * build leaves them out, so that an error's `message` is its code there.
 */
const texts = {
  no_document: 'The script can only be loaded in a browser: call it in an effect or an event handler.',
  script_url_refused:
    'src must be https://*.iotpaycloud.com, or a URL on a loopback host for the sandbox; allowLocalNetworkSandbox() lets development builds use one on the local network. Leave src out to use IOTPay’s own script.',
  script_conflict:
    'This page already uses IOTPay’s script from another URL. Give all of the page the same src, best by one IotPayProvider.',
  script_unreachable:
    'IOTPay’s script could not be loaded. The customer may be offline, or something blocks it: for a sandbox, it may be Chromium’s rule that a public page needs leave to reach a local address. Offer retry().',
  script_blocked:
    'The page’s Content-Security-Policy refuses IOTPay’s script. Add its host to script-src, or give IotPayProvider the nonce.',
  script_timeout: 'IOTPay’s script did not arrive in time. Offer retry(), or raise timeoutMs.',
  script_without_global: 'What was loaded defines no Iotpay, so it is not IOTPay’s script. Check src.',
  secure_id_failed:
    'The request for a secureId failed; see cause. Offer retry(), or refresh() of useSecureId.',
  secure_id_timeout:
    'The request for a secureId got no answer in time. Offer retry(), or raise timeoutMs of useSecureId.',
  secure_id_invalid:
    'request() must resolve to the secureId, to an object with a secureId, as the server got it from purchase() or addCard(), or to { settled: "paid" | "unknown" }. Check what your server answered.',
  secure_id_expired:
    'The secureId is older than its hour. Offer retry(), or refresh() of useSecureId, for a new one.',
  mode_conflict:
    'One secureId is shown as a payment and as the saving of a card. Give useSecureId another key, or its mode, for each.',
  container_unreachable:
    'IOTPay looks its element up in the document, so the container must be in it and not in a shadow root.',
  mount_failed: 'IOTPay’s script threw when it was to show its form; see cause.',
  form_blocked: 'The page’s Content-Security-Policy refuses IOTPay’s iframe. Add this host to frame-src.',
  form_timeout: 'IOTPay’s script showed no form in time. Offer retry(), or raise formTimeoutMs.',
  redirect_refused:
    'redirectUrl is not https, or not of an origin in redirect, so it was not followed. Check the returnUrl that your server sends.',
  shop_refused:
    'Your server refused; cause has its code, message and HTTP status. Check what the page sends, and createOrders().',
  shop_unreachable:
    'Your server gave no usable answer; see cause. The request may have been carried out all the same. Check the url, and that the routes of react-iotpay/orders are mounted there.',
};

/**
 * Why there is no card form, why a redirect was not followed, or why a question to the shop's server failed. Stable;
 * meant for `switch`.
 */
export type IotPayClientErrorCode = keyof typeof texts;

export type IotPayClientError = IotPayError<IotPayClientErrorCode>;

/** @param about the URL or host concerned, if there is one */
export function clientError(code: IotPayClientErrorCode, cause?: unknown, about?: string): IotPayClientError {
  const isProduction = process.env.NODE_ENV === 'production';
  return new IotPayError(code, isProduction ? code : (about ? `${about}: ` : '') + texts[code], cause);
}
