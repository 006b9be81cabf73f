import type { IotPayMode } from '../../contract/sdk';
import type { IotPayClientError } from '../error';
import type { IotPayFailed, IotPayOutcome, IotPaySuccess, IotPayUnknown } from './readOutcome';

/** Why an outcome was not told: the payment had an outcome already. */
export type IgnoredBecause = 'repeated';

/** The shop's handlers for a payment, and where the customer goes afterwards. */
export interface PaymentHandlers<Mode extends IotPayMode = 'Pay'> {
  /**
   * Who follows the gateway's `redirectUrl`. By default the library does, but only for outcomes that have no handler
   * here. `'auto'` always follows it, after the handler's promise. A list of origins (`['https://shop.example']`) does
   * the same, but only to these origins. `'manual'` never follows it. Only `https:` is followed, and only while this
   * payment is still shown.
   */
  redirect?: 'auto' | 'manual' | readonly string[] | undefined;
  /** Paid, or the card was saved, as far as the browser knows. A redirect waits for the promise it returns, at most 10 s. */
  onSuccess?: ((outcome: IotPaySuccess<Mode>) => unknown) | undefined;
  /** Declined or refused. A new attempt needs a new secureId. */
  onFail?: ((outcome: IotPayFailed) => unknown) | undefined;
  /**
   * **It is unknown whether the payment went through.** Let the server query the order; don't ask the customer to pay
   * again.
   */
  onTimeout?: ((outcome: IotPayUnknown) => unknown) | undefined;
  /** The form can't be shown, or a redirect was refused. It says nothing about the payment. */
  onError?: ((error: IotPayClientError) => void) | undefined;
  /** The form is on the page. */
  onReady?: (() => void) | undefined;
  /** The customer has entered the form for the first time. From here on a payment may be under way. */
  onTouched?: (() => void) | undefined;
  /** The SDK reported another outcome after the first one. It changes nothing, but it is worth a log line. */
  onIgnoredOutcome?: ((outcome: IotPayOutcome<Mode>, because: IgnoredBecause) => void) | undefined;
}
