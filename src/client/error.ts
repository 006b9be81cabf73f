import { IotPayError } from '../contract/error';

/**
 * What can keep the card form from working. Said while developing; a production build leaves the texts out, there
 * an error's `message` is its code.
 */
const texts = {
  no_document: 'The script can only be loaded in a browser: call it in an effect or an event handler.',
  script_url_refused:
    'src must be https://*.iotpaycloud.com, or a URL on a loopback host for the sandbox. Leave it out to use IOTPay’s own script.',
  script_conflict:
    'This page already uses IOTPay’s script from another URL. Give all of the page the same src, best by one IotPayProvider.',
  script_unreachable:
    'IOTPay’s script could not be fetched: the customer is offline, something blocks it, or a Content-Security-Policy does not allow it. Offer retry().',
  script_timeout: 'IOTPay’s script did not arrive in time. Offer retry(), or raise timeoutMs.',
  script_without_global: 'What was loaded defines no Iotpay, so it is not IOTPay’s script. Check src.',
  secure_id_failed:
    'The request for a secureId failed; see cause. Offer retry(), or refresh() of useSecureId.',
  secure_id_invalid:
    'request() must resolve to the secureId, or to an object with a secureId, as the server got it from purchase() or addCard(). Check what your server answered.',
  secure_id_expired:
    'The secureId is older than its hour. Offer retry(), or refresh() of useSecureId, for a new one.',
  container_unreachable:
    'IOTPay looks its element up in the document, so the container must be in it and not in a shadow root.',
  mount_failed: 'IOTPay’s script threw when it was to show its form; see cause.',
  form_timeout: 'IOTPay’s script showed no form in time. Offer retry(), or raise formTimeoutMs.',
  redirect_refused:
    'redirectUrl is not https, or not of an origin in redirect, so it was not followed. Check the returnUrl that your server sends.',
};

/** Why there is no card form, or why a redirect was not followed. Stable; meant for `switch`. */
export type IotPayClientErrorCode = keyof typeof texts;

export type IotPayClientError = IotPayError<IotPayClientErrorCode>;

export function clientError(code: IotPayClientErrorCode, cause?: unknown): IotPayClientError {
  return new IotPayError(code, process.env.NODE_ENV === 'production' ? code : texts[code], cause);
}
