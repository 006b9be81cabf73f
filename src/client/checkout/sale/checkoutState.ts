import type { OrderView } from '../../../contract/shopRoutes';
import type { IotPayClientError } from '../../error';

/**
 * - `opening`: the shop's server is asked for the order
 * - `form`: IOTPay's form is loading or there
 * - `chosen`: a saved card is chosen; `pay()` charges it
 * - `charging`: a saved card is being charged
 * - `confirming`: **it is unknown whether the customer has paid.** The shop's server is asked; never ask to pay again
 * - `paid`: the shop's server says so
 * - `declined`: not paid, as the form or the shop's server says; `tryAgain()` asks for another order
 * - `failed`: there is no usable form, see `error`; `tryAgain()` tries again. Do not say that nothing was charged:
 *   `mayBePaid` is false only if no form of this sale has been on the page since it was loaded, and a form from before
 *   a reload may have been paid. `hostedPage` is the address of IOTPay's own page for this order, given if the script
 *   or the form is blocked on this page and no form of the order was there
 *
 * `order` is the latest report of the shop's server about the order concerned, or about the latest order.
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

/** In these states a form is wanted. In all others it must not be there. */
export const isForm = (status: IotPayCheckoutState['status']): boolean =>
  status === 'opening' || status === 'form' || status === 'failed';
