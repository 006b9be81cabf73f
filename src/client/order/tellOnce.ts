import { pageRecord } from '../../contract/page';
import type { OrderView } from '../../contract/shopRoutes';
import { callShop } from '../callShop';

interface PageTold {
  toldOrders: Set<string>;
}

/** Tells the shop an order's outcome, once per order and page. The first component that gets here does it. */
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
