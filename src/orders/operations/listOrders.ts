import { publicOrder } from '../ledger/tellHandlers';
import { checkCount } from '../checkCount';
import type { Order } from '../order';
import type { OrderState } from '../../contract/shopRoutes';
import type { OrderStore } from '../stores/store';

/** The conditions of a list of orders. Every given condition must hold. */
export interface OrderList {
  state?: OrderState | readonly OrderState[] | undefined;
  /** Orders with money to give back, or a week without a decision. */
  attention?: boolean | undefined;
  customer?: string | undefined;
  key?: string | undefined;
  /** Created at this time or later, in epoch milliseconds. */
  from?: number | undefined;
  /** Created before this time, in epoch milliseconds. */
  to?: number | undefined;
  /** How many; 50 by default, 500 at most. */
  limit?: number | undefined;
  /** The `next` of the page before. */
  after?: string | undefined;
}

/** Some orders, the newest first. `next` is set if there are more. */
export interface OrderPage<Data = unknown> {
  readonly orders: Order<Data>[];
  readonly next?: string | undefined;
}

export async function listOrders<Data>(store: OrderStore, wish: OrderList = {}): Promise<OrderPage<Data>> {
  const { state, limit = 50, after: before, ...rest } = wish;
  checkCount('limit', limit, 500);
  const states = typeof state === 'string' ? [state] : state;
  const found = await store.list({ ...rest, states, before, limit: limit + 1 });
  const orders = found.slice(0, limit).map(publicOrder<Data>);
  return { orders, ...(found.length > limit && { next: orders.at(-1)?.mchOrderNo }) };
}
