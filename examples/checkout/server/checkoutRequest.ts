import type { BagItem, PricedBag } from '../api';
import { priceBag } from './bag';
import { HttpError } from './httpError';

/**
 * What every checkout's request holds: the browser's name for it, and a bag.
 *
 * @throws HttpError 400
 */
export function readCheckout(body: unknown): { checkoutKey: string; bag: PricedBag } {
  const { checkoutKey, items } = (body ?? {}) as { checkoutKey?: unknown; items?: BagItem[] };
  if (typeof checkoutKey !== 'string' || !/^\S{8,200}$/.test(checkoutKey)) {
    throw new HttpError(400, 'bad_checkout_key', 'The checkout could not be started. Reload the page.');
  }
  const bag = priceBag(items);
  if (bag.total === 0) throw new HttpError(400, 'empty_bag', 'The bag is empty.');
  return { checkoutKey, bag };
}
