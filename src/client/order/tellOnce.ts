import { pageRecord } from '../../contract/page';
import type { OrderView } from '../../contract/shopRoutes';
import { callShop } from '../callShop';

interface PageTold {
  toldOrders: Set<string>;
}

/** Tells the shop what has become of an order, once per order and page, whichever component comes first. */
export function tellOnce(
  outcome: 'paid' | 'failed' | 'declined',
  order: OrderView,
  handler: ((order: OrderView) => unknown) | undefined,
): void {
  if (!handler) return;
  const told = (pageRecord<PageTold>().toldOrders ??= new Set());
  const name = `${outcome} ${order.mchOrderNo}`;
  if (told.has(name)) return;
  told.add(name);
  callShop(() => handler(order));
}
