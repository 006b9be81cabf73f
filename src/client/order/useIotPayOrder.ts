import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { OrderView } from '../../contract/shopRoutes';
import { subscribeToPage } from '../pageChanges';
import { useShop, type ShopAddress } from '../shop/useShop';
import { knownOrder, orderWatch, type KnownOrder } from './orderWatch';

export type UseIotPayOrderOptions = ShopAddress;

/**
 * - `idle`: there is no order number
 * - `loading`: the shop's server has not answered yet
 * - `paid` and `failed`: the server says so, and only its word is proof enough to tell a customer
 * - `unknown`: the server does not know yet, or did not answer. It is asked again; never ask the customer to pay again
 */
export type IotPayOrderState =
  | { status: 'idle' | 'loading'; order?: undefined; error?: undefined }
  | { status: 'paid' | 'failed'; order: OrderView; error?: unknown }
  | { status: 'unknown'; order?: OrderView | undefined; error?: unknown };

export type UseIotPayOrderResult = IotPayOrderState & {
  /** Asks the shop's server at once. */
  refresh: () => void;
};

function stateOf(mchOrderNo: string | null | undefined, known: KnownOrder | undefined): IotPayOrderState {
  if (!mchOrderNo) return { status: 'idle' };
  if (known?.order) return { ...known, status: known.order.outcome, order: known.order };
  return known?.error === undefined ? { status: 'loading' } : { status: 'unknown', error: known.error };
}

/**
 * Follows an order until the shop's server says that it is paid or failed. It asks with growing pauses from 1 to 30
 * seconds, only while the page is visible, and at once when the customer comes back to it. Components that follow one
 * order share its questions. If an answer does not come, `error` says why, and the server is asked again.
 *
 * @throws TypeError without `url` and `api`
 *
 * @example
 * const { status } = useIotPayOrder(mchOrderNo, { url: '/pay' });
 */
export function useIotPayOrder(
  mchOrderNo: string | null | undefined,
  { url, api }: UseIotPayOrderOptions,
): UseIotPayOrderResult {
  const shop = useShop({ url, api });
  const known = useSyncExternalStore(
    subscribeToPage,
    () => (mchOrderNo ? knownOrder(shop, mchOrderNo) : undefined),
    () => undefined,
  );
  useEffect(() => (mchOrderNo ? orderWatch(shop, mchOrderNo).follow(shop) : undefined), [shop, mchOrderNo]);
  const refresh = useCallback(() => {
    if (mchOrderNo) orderWatch(shop, mchOrderNo).ask(shop);
  }, [shop, mchOrderNo]);
  return useMemo(() => ({ ...stateOf(mchOrderNo, known), refresh }), [mchOrderNo, known, refresh]);
}
