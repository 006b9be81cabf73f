import { pageRecord } from '../../../contract/page';
import type { Shop } from '../../shop/useShop';
import { createSale, type PageSale } from './sale';

interface PageSales {
  sales: Map<string, PageSale>;
}

/** The key of a sale: the shop's server and the request. Another request is another sale. */
export const saleKey = (shop: Shop, request: Record<string, unknown>): string =>
  `checkout ${JSON.stringify([shop.key, request])}`;

/** The sale of a key if this page knows it. Safe while rendering, because it changes nothing. */
export const knownSale = (key: string): PageSale | undefined => pageRecord<PageSales>().sales?.get(key);

/** The sale of a key on this page. */
export function saleOf(key: string, shop: Shop, request: Record<string, unknown>): PageSale {
  const sales = (pageRecord<PageSales>().sales ??= new Map());
  const sale = sales.get(key) ?? createSale(key, shop, request);
  sales.set(key, sale);
  return sale;
}
