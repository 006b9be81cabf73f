import type { ConsoleOrder, OrderFilter, OrderList } from '../consoleApi/orders';
import type { Gateway } from '../gateway';
import { consoleOrder } from './consoleOrder';

function fits(order: ConsoleOrder, { q, state, kind, card, min, max }: OrderFilter): boolean {
  if (state !== undefined && order.state !== state) return false;
  if (kind !== undefined && order.kind !== kind) return false;
  if (card !== undefined && !order.cardNum?.includes(card)) return false;
  if (order.amount < (min ?? 0) || order.amount > (max ?? Infinity)) return false;
  if (q === undefined) return true;
  const { mchOrderNo, payOrderId, cardNum = '', subject = '', amount } = order;
  const text = [mchOrderNo, payOrderId, cardNum, subject, order.state, (amount / 100).toFixed(2)].join('\n');
  return text.toLowerCase().includes(q.trim().toLowerCase());
}

/** The orders that fit, the newest first. */
export function listOrders(gateway: Gateway, filter: OrderFilter): OrderList {
  const { before, limit = Infinity } = filter;
  const newestFirst = [...gateway.ledger.all()].reverse();
  const place = before === undefined ? -1 : newestFirst.findIndex(({ order }) => order.mchOrderNo === before);
  const orders: ConsoleOrder[] = [];
  for (const entry of newestFirst.slice(place + 1)) {
    const order = consoleOrder(entry, gateway);
    if (!fits(order, filter)) continue;
    if (orders.length >= limit) {
      const last = orders.at(-1)?.mchOrderNo;
      return { orders, ...(last !== undefined && { next: last }) };
    }
    orders.push(order);
  }
  return { orders };
}
