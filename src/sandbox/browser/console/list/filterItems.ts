import type { ConsoleEvent, ConsoleEventType } from '../../../consoleApi/events';
import type { ConsoleOrder, OrderState } from '../../../consoleApi/orders';
import { centsOf } from '../core/cents';

/** Which orders and events the list shows. An empty text sets no limit. */
export interface Filter {
  readonly text: string;
  readonly state: OrderState | '';
  readonly type: ConsoleEventType | '';
  /** Dollars, as they are typed. */
  readonly min: string;
  readonly max: string;
}

export const noFilter: Filter = { text: '', state: '', type: '', min: '', max: '' };

/** The same as the sandbox's own `GET /_sandbox/orders?q=…`: the page has them all, so the answer comes as one types. */
export function filterOrders(
  orders: readonly ConsoleOrder[],
  { text, state, min, max }: Filter,
): readonly ConsoleOrder[] {
  const wanted = text.trim().toLowerCase();
  const least = centsOf(min) ?? 0;
  const most = centsOf(max) ?? Infinity;
  if (wanted === '' && state === '' && least === 0 && most === Infinity) return orders;
  return orders.filter((order) => {
    if (state !== '' && order.state !== state) return false;
    if (order.amount < least || order.amount > most) return false;
    const { mchOrderNo, payOrderId, cardNum = '', subject = '', amount } = order;
    const all = [mchOrderNo, payOrderId, cardNum, subject, order.state, (amount / 100).toFixed(2)];
    return all.join('\n').toLowerCase().includes(wanted);
  });
}

/** The newest first. */
export function filterEvents(
  events: readonly ConsoleEvent[],
  { text, type }: Filter,
): readonly ConsoleEvent[] {
  const wanted = text.trim().toLowerCase();
  return events
    .filter((event) => {
      if (type !== '' && event.type !== type) return false;
      return wanted === '' || JSON.stringify(event).toLowerCase().includes(wanted);
    })
    .reverse();
}
