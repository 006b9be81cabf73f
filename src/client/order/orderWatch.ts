import { pageRecord } from '../../contract/page';
import type { OrderView } from '../../contract/shopRoutes';
import { pageChanged } from '../pageChanges';
import { unusableAnswer } from '../shop/askShop';
import type { Shop } from '../shop/useShop';
import { createQuestions } from './questions';

/** The latest report of the shop's server about an order, and the error if its last answer did not come. */
export interface KnownOrder {
  order?: OrderView | undefined;
  error?: unknown;
}

/**
 * One order on this page, shared by all components that follow it. Only the shop's server changes it, and only forward.
 */
export interface OrderWatch {
  readonly get: () => KnownOrder;
  /** Notes a report about the order that came in another answer. */
  readonly note: (order: OrderView) => void;
  /** Asks until the server says paid or failed, or the returned function is called. */
  readonly follow: (shop: Shop) => () => void;
  /** Asks once. */
  readonly ask: (shop: Shop) => void;
}

/** How certain each outcome is. A failed order may become paid later, but a paid one never becomes failed. */
const ranks: Partial<Record<string, number>> = { unknown: 1, failed: 2, paid: 3 };
const rankOf = (order: OrderView | undefined) => ranks[order?.outcome ?? ''] ?? 0;

function createOrderWatch(mchOrderNo: string): OrderWatch {
  let known: KnownOrder = {};
  let latestShop: Shop;
  let followers = 0;

  function change(next: KnownOrder): void {
    known = next;
    pageChanged();
  }

  function note(order: OrderView): void {
    // An answer that a later one has overtaken may be less certain than the known one.
    change(rankOf(order) < rankOf(known.order) ? { order: known.order } : { order });
  }

  const questions = createQuestions(
    async (signal) => {
      const order = await latestShop.api.order(mchOrderNo, { signal });
      if (order.mchOrderNo !== mchOrderNo || !rankOf(order)) throw unusableAnswer('this order');
      note(order);
    },
    (error) => change({ ...known, error }),
    () => rankOf(known.order) > 1,
  );

  return {
    get: () => known,
    note,
    follow(shop) {
      latestShop = shop;
      followers++;
      questions.start();
      return () => {
        followers--;
        if (!followers) questions.stop();
      };
    },
    ask(shop) {
      latestShop = shop;
      questions.askNow();
    },
  };
}

interface PageOrders {
  orders: Map<string, OrderWatch>;
}

const keyOf = (shop: Shop, mchOrderNo: string) => `${shop.key} ${mchOrderNo}`;

/** The known facts about an order, if this page has any. Safe while rendering, because it changes nothing. */
export const knownOrder = (shop: Shop, mchOrderNo: string): KnownOrder | undefined =>
  pageRecord<PageOrders>().orders?.get(keyOf(shop, mchOrderNo))?.get();

/** The watch of an order on this page. */
export function orderWatch(shop: Shop, mchOrderNo: string): OrderWatch {
  const orders = (pageRecord<PageOrders>().orders ??= new Map());
  const key = keyOf(shop, mchOrderNo);
  const watch = orders.get(key) ?? createOrderWatch(mchOrderNo);
  orders.set(key, watch);
  return watch;
}
