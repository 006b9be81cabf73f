/** One order. Only a verified notification, or IOTPay's answer to a query, takes it out of `open`. */
export interface Order {
  readonly mchOrderNo: string;
  /** What is bought, once. A cart may have several orders: each try after a declined card is another one. */
  readonly cartId: string;
  /** In whole cents. */
  readonly amount: number;
  readonly currency: 'CAD';
  readonly secureId: string;
  /** In milliseconds since 1970. */
  readonly openedAt: number;
  /** Whether the customer is known to have begun to pay. */
  readonly hasBegun: boolean;
  readonly state: 'open' | 'paid' | 'failed' | 'expired';
  readonly knownFrom?: 'notification' | 'query';
  /** IOTPay's own number, once paid. */
  readonly payOrderId?: string;
  /** Another order of the cart was paid before: somebody has to give this payment back. */
  readonly isSurplus?: boolean;
}

// Stands for your database, and forgets everything when the server stops. It is kept on globalThis because Next builds pages
// and route handlers apart: each has a copy of this module of its own, and they have to see the same orders.
const place = globalThis as typeof globalThis & { shopOrders?: Map<string, Order> };
const orders = (place.shopOrders ??= new Map<string, Order>());

export function findOrder(mchOrderNo: string): Order | undefined {
  return orders.get(mchOrderNo);
}

export function ordersOf(cartId: string): Order[] {
  return [...orders.values()].filter((order) => order.cartId === cartId);
}

/**
 * Stores an order before the browser gets its secureId, so that no notification finds the shop without it. Where the cart has been paid
 * meanwhile, or is being paid, or another request was first, that order is the answer. In a database that takes a transaction.
 */
export function openOrder(order: Pick<Order, 'mchOrderNo' | 'cartId' | 'amount' | 'secureId'>): Order {
  const others = ordersOf(order.cartId);
  const standing =
    others.find(({ state }) => state === 'paid') ??
    others.find(({ state, hasBegun }) => state === 'open' && hasBegun) ??
    findFreshOrder(order.cartId);
  if (standing) return standing;
  const opened = { ...order, currency: 'CAD', openedAt: Date.now(), hasBegun: false, state: 'open' } as const;
  orders.set(order.mchOrderNo, opened);
  return opened;
}

/** A form in which nobody has begun to pay, while at least five minutes are left of its hour. */
export function findFreshOrder(cartId: string): Order | undefined {
  const youngest = Date.now() - 55 * 60_000;
  return ordersOf(cartId).find(
    ({ state, hasBegun, openedAt }) => state === 'open' && !hasBegun && openedAt > youngest,
  );
}

/** Notes that the customer has begun to pay: an order that is open from then on may be paid. */
export function noteBegun({ mchOrderNo }: Order): void {
  changeOrder(mchOrderNo, { hasBegun: true });
}

export function changeOrder(
  mchOrderNo: string,
  change: Partial<Omit<Order, 'mchOrderNo' | 'cartId'>>,
): Order {
  const order = orders.get(mchOrderNo);
  if (!order) throw new Error(`There is no order ${mchOrderNo}.`);
  const changed = { ...order, ...change };
  orders.set(mchOrderNo, changed);
  return changed;
}
