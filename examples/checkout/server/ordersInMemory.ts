import type { Order, Orders } from './orders';

/** Orders that last as long as the process. */
export function createOrdersInMemory(): Orders {
  const orders = new Map<string, Order>();

  const holderOf = (customerId: string, checkoutKey: string) =>
    [...orders.values()].find(
      (order) =>
        order.customerId === customerId &&
        order.checkoutKey === checkoutKey &&
        (order.state === 'open' || order.state === 'paid'),
    );

  function existing(mchOrderNo: string): Order {
    const order = orders.get(mchOrderNo);
    if (!order) throw new Error(`There is no order ${mchOrderNo}.`);
    return order;
  }

  function store(order: Order): Promise<Order> {
    orders.set(order.mchOrderNo, order);
    return Promise.resolve({ ...order });
  }

  return {
    create(order) {
      const holder = holderOf(order.customerId, order.checkoutKey);
      return holder
        ? Promise.resolve({ ...holder })
        : store({ ...order, state: 'open', createdAt: Date.now() });
    },
    find(mchOrderNo) {
      const order = orders.get(mchOrderNo);
      return Promise.resolve(order && { ...order });
    },
    findByCheckoutKey(customerId, checkoutKey) {
      const order = holderOf(customerId, checkoutKey);
      return Promise.resolve(order && { ...order });
    },
    findOpen(customerId) {
      const open = [...orders.values()].filter(
        (order) => order.customerId === customerId && order.state === 'open',
      );
      return Promise.resolve(open.map((order) => ({ ...order })));
    },
    async markPaid({ mchOrderNo, payOrderId, cardNum, by }) {
      const order = existing(mchOrderNo);
      if (order.payOrderId === payOrderId) return { ...order };
      if (order.payOrderId) throw new Error(`Order ${mchOrderNo} is paid already, by another payment.`);
      return store({
        ...order,
        state: 'paid',
        payOrderId,
        settledBy: by,
        settledAt: Date.now(),
        ...(cardNum && { cardNum }),
      });
    },
    async close(mchOrderNo, state, by) {
      const order = existing(mchOrderNo);
      if (order.state !== 'open') return { ...order };
      return store({ ...order, state, settledBy: by, settledAt: Date.now() });
    },
  };
}
