import type { RefCallback } from 'react';
import type { IotPayMode } from '../contract/sdk';
import type { IotPayCardOptions } from './cardOptions';
import type { IgnoredBecause } from './cardSession';
import type { IotPayClientError } from './error';
import type { IotPayScriptOptions } from './loadIotPayScript';
import type { IotPayFailed, IotPayOutcome, IotPaySuccess, IotPayUnknown } from './outcome';
import { useCardForm } from './useCardForm';
import type { UseSecureIdResult } from './useSecureId';

export interface UseIotPayCardOptions<Mode extends IotPayMode = 'Pay'> {
  /**
   * The secureId, or what `useSecureId` returned: then its waiting, failure and expiry are part of the form's state
   * and `retry()` covers it. Another secureId is another payment: the form starts afresh. Nothing: no form.
   */
  secureId: string | UseSecureIdResult | null | undefined;
  /** `'Pay'` takes a payment, `'Add'` saves a card. Default `'Pay'`. */
  mode?: Mode | undefined;
  /** How the form looks. Compared by value; a change of value rebuilds the form, as the SDK offers no other way. */
  options?: IotPayCardOptions | undefined;
  /** How the script is loaded, beside what `IotPayProvider` says. */
  script?: IotPayScriptOptions | undefined;
  /**
   * `'auto'` follows the gateway's `redirectUrl` after the handler is done, if it is https; a list of origins
   * (`['https://shop.example']`) follows it to these only; `'manual'` leaves it to you. Default `'auto'`.
   */
  redirect?: 'auto' | 'manual' | readonly string[] | undefined;
  /** How long the SDK may take to show its form, in milliseconds. Default 15000. */
  formTimeoutMs?: number | undefined;
  /** Paid, or the card was saved, as far as the browser knows. If it returns a promise, the redirect waits for it, at most 10 s. */
  onSuccess?: ((outcome: IotPaySuccess<Mode>) => unknown) | undefined;
  /** Declined or refused: a new attempt needs a new secureId. */
  onFail?: ((outcome: IotPayFailed) => unknown) | undefined;
  /** **Nobody knows yet whether the payment went through.** Have the server query the order; don't ask to pay again. */
  onTimeout?: ((outcome: IotPayUnknown) => unknown) | undefined;
  /** The form can't be shown, or a redirect was refused. Not about the payment. */
  onError?: ((error: IotPayClientError) => void) | undefined;
  /** The form is on the page. */
  onReady?: (() => void) | undefined;
  /** The SDK reported a second outcome, or one for a form that is gone. It decides nothing, but it is worth a log line. */
  onIgnoredOutcome?: ((outcome: IotPayOutcome<Mode>, because: IgnoredBecause) => void) | undefined;
}

/**
 * - `loading`: the script, the secureId or the form is on its way
 * - `ready`: the form is on the page
 * - `settled`: there is an outcome; it stays until the secureId changes
 * - `failed`: there is no usable form; see `error`, and call `retry()`
 */
export type IotPayCardState<Mode extends IotPayMode = 'Pay'> =
  | { status: 'loading'; outcome?: undefined; error?: undefined }
  | { status: 'ready'; outcome?: undefined; error?: undefined }
  | { status: 'settled'; outcome: IotPayOutcome<Mode>; error?: undefined }
  | { status: 'failed'; outcome?: undefined; error: IotPayClientError };

export type UseIotPayCardResult<Mode extends IotPayMode = 'Pay'> = IotPayCardState<Mode> & {
  /** Put it on an empty element: the form goes inside. */
  containerRef: RefCallback<HTMLElement>;
  /** Tries what failed once more: the script, the secureId or the form. */
  retry: () => void;
};

/**
 * IOTPay's card form without any markup around it: an element to mount it into, its state, and its outcome. Exactly
 * one form per secureId, and at most one outcome per form.
 */
export function useIotPayCard<Mode extends IotPayMode = 'Pay'>(
  props: UseIotPayCardOptions<Mode>,
): UseIotPayCardResult<Mode> {
  const [state, forUsers] = useCardForm(props);
  return { ...(state as IotPayCardState<Mode>), ...forUsers };
}
