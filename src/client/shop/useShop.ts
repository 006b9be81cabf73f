import { useInsertionEffect, useMemo } from 'react';
import { createShopApi, type IotPayShopApi } from './shopApi';

/** The address of the shop's server: the `url` of its routes, or an `api` for other routes. */
export interface ShopAddress {
  /** The path of the routes of `react-iotpay/orders`, e.g. `/pay`. */
  url?: string | undefined;
  /**
   * The shop's server behind routes of its own, in place of `url`. A page has one such server. The object may be a new
   * one in each render.
   */
  api?: IotPayShopApi | undefined;
}

/** The shop's server, for a component's questions. */
export interface Shop {
  /** Tells this server from others in the page's record. */
  readonly key: string;
  readonly api: IotPayShopApi;
  /** Takes the component's latest `api`. */
  readonly use: (api: IotPayShopApi | undefined) => void;
}

function createShop(url: string | undefined): Shop {
  let latest = createShopApi(url ?? '');
  return {
    key: url ?? '',
    get api() {
      return latest;
    },
    use(api) {
      if (api) latest = api;
    },
  };
}

/**
 * The shop's server of a component: one object per address, with the component's latest `api`.
 *
 * @throws TypeError without `url` and `api`
 */
export function useShop({ url, api }: ShopAddress): Shop {
  if (!api && url === undefined)
    throw new TypeError('Give the url of the shop’s routes, such as "/pay", or an api.');
  const key = api ? undefined : url;
  const shop = useMemo(() => createShop(key), [key]);
  useInsertionEffect(() => shop.use(api));
  return shop;
}
