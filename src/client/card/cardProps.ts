import type { IotPayMode } from '../../contract/sdk';
import type { IotPayClientError } from '../error';
import type { PaymentHandlers } from '../payment/handlers';
import type { IotPayOutcome } from '../payment/readOutcome';
import type { IotPayScriptOptions } from '../script/scriptOptions';
import type { SettledByServer } from '../secureId/secureIdAnswer';
import type { UseSecureIdResult } from '../secureId/useSecureId';
import type { IotPayCardOptions } from './cardOptions';

export interface UseIotPayCardOptions<Mode extends IotPayMode = 'Pay'> extends PaymentHandlers<Mode> {
  /**
   * The secureId, or the result of `useSecureId`. With that result, waiting, failure and expiry are part of the form's
   * state, and `retry()` covers them. Another secureId is another payment. `undefined` means that it is still on its
   * way; `null` means that no form is wanted.
   */
  secureId: string | UseSecureIdResult | null | undefined;
  /** `'Pay'` takes a payment, `'Add'` saves a card. Default `'Pay'`. */
  mode?: Mode | undefined;
  /**
   * How the form looks. It is read when the form opens, because the SDK can't change a form, and a new one would lose
   * the customer's input.
   */
  options?: IotPayCardOptions | undefined;
  /** How the script is loaded. It replaces the settings of `IotPayProvider` one by one. */
  script?: IotPayScriptOptions | undefined;
  /** How long the SDK may take to show its form, in milliseconds. Default 15000. */
  formTimeoutMs?: number | undefined;
}

/**
 * - `idle`: no form is wanted, because `secureId` is null or `useSecureId` is not enabled
 * - `loading`: the script, the secureId or the form is on its way
 * - `ready`: the form is on the page
 * - `settled`: the payment has an outcome, or the shop's server said that it is `settled`; it stays until the secureId
 *   changes
 * - `failed`: there is no usable form; see `error`, and call `retry()`. Unless `mayBePaid` is false, never say that
 *   nothing was charged, because a form of this payment has been on the page, or the shop's server has refused to open
 *   it
 */
export type IotPayCardState<Mode extends IotPayMode = 'Pay'> =
  | { status: 'idle'; outcome?: undefined; settled?: undefined; error?: undefined }
  | { status: 'loading'; outcome?: undefined; settled?: undefined; error?: undefined }
  | { status: 'ready'; outcome?: undefined; settled?: undefined; error?: undefined }
  | { status: 'settled'; outcome: IotPayOutcome<Mode>; settled?: undefined; error?: undefined }
  | { status: 'settled'; outcome?: undefined; settled: SettledByServer; error?: undefined }
  | {
      status: 'failed';
      outcome?: undefined;
      settled?: undefined;
      error: IotPayClientError;
      mayBePaid: boolean;
    };
