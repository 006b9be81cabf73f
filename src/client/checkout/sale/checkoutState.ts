import type { OrderView } from '../../../contract/shopRoutes';
import type { IotPayClientError } from '../../error';

/**
 * - `opening`: the shop's server is asked for the order
 * - `form`: IOTPay's form is loading or there
 * - `chosen`: a saved card is chosen; `pay()` charges it
 * - `charging`: a saved card is being charged
 * - `confirming`: **nobody knows yet whether the customer has paid.** The shop's server is asked; never ask to pay again
 * - `paid`: the shop's server says so
 * - `declined`: not paid, as the form or the shop's server says; `tryAgain()` asks for another order
 * - `failed`: there is no usable form, see `error`; `tryAgain()` tries once more. Do not say that nothing was charged: `mayBePaid` is false only
 *   if no form of this sale has been on the page since it was loaded, and one from before a reload may have been paid. `hostedPage` is the
 *   address of IOTPay's own page for this order, where the script or the form is blocked on this page and no form of it was there
 *
 * `order` is what the shop's server has said last of the order concerned, or of the latest one.
 */
export type IotPayCheckoutState =
  | {
      status: 'opening' | 'form' | 'chosen' | 'charging' | 'confirming';
      order?: OrderView | undefined;
      error?: undefined;
    }
  | { status: 'paid' | 'declined'; order: OrderView; error?: undefined }
  | {
      status: 'failed';
      order?: OrderView | undefined;
      error: IotPayClientError;
      mayBePaid: boolean;
      hostedPage?: string | undefined;
    };

/** In these states a form is wanted; in all others it must not be there. */
export const isForm = (status: IotPayCheckoutState['status']): boolean =>
  status === 'opening' || status === 'form' || status === 'failed';
