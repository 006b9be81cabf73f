/** One order. Only a verified notification, or IOTPay's answer to a query, takes it out of `open`. */
export interface Order {
  readonly mchOrderNo: string;
  /** In whole cents. */
  readonly amount: number;
  readonly currency: 'CAD';
  readonly state: 'open' | 'paid' | 'failed';
  readonly knownFrom?: 'notification' | 'query';
}

// Stands for your database, and forgets everything when the server stops. It is kept on globalThis because Next builds pages
// and route handlers apart: each has a copy of this module of its own, and they have to see the same orders.
const place = globalThis as typeof globalThis & { shopOrders?: Map<string, Order> };
const orders = (place.shopOrders ??= new Map<string, Order>());

/** Stores an order before anybody can pay it, so that no notification finds the shop without it. */
export function openOrder(order: Pick<Order, 'mchOrderNo' | 'amount'>): void {
  orders.set(order.mchOrderNo, { ...order, currency: 'CAD', state: 'open' });
}

export function findOrder(mchOrderNo: string): Order | undefined {
  return orders.get(mchOrderNo);
}

/** Records what IOTPay said, any number of times: once paid, an order stays paid. */
export function decideOrder(
  mchOrderNo: string,
  state: 'paid' | 'failed',
  knownFrom: 'notification' | 'query',
): void {
  const order = orders.get(mchOrderNo);
  if (!order) throw new Error(`There is no order ${mchOrderNo}.`);
  if (order.state !== 'paid') orders.set(mchOrderNo, { ...order, state, knownFrom });
}
