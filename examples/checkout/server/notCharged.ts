import { isIotPayError } from 'react-iotpay/server';
import { HttpError } from './httpError';
import type { Orders } from './orders';

/**
 * Explains to the customer that the gateway could not be called. "You have not been charged" is said only where it is proved of every
 * order of their checkout: a form of it that is open in another tab may be paid at this moment.
 *
 * @throws HttpError 502, or the error itself if it is not the library's
 */
export async function explainUnavailable(
  orders: Pick<Orders, 'ofCheckout'>,
  { customerId, checkoutKey }: { customerId: string; checkoutKey: string },
  error: unknown,
): Promise<never> {
  if (!isIotPayError(error)) throw error;
  const ofCheckout = await orders.ofCheckout(customerId, checkoutKey);
  const message = ofCheckout.every(({ state }) => state === 'failed')
    ? 'Our payment service does not answer at the moment. You have not been charged.'
    : 'Our payment service does not answer at the moment. Please try again in a minute.';
  throw new HttpError(502, error.code, message, {}, { cause: error });
}
