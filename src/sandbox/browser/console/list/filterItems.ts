import type { ConsoleEvent, ConsoleEventType } from '../../../consoleApi/events';
import type { ConsoleOrder, OrderState } from '../../../consoleApi/orders';

/** What the list shows: orders in one state, or all; events of one type, or all. */
export interface Filter {
  readonly text: string;
  readonly state: OrderState | '';
  readonly type: ConsoleEventType | '';
}

export const noFilter: Filter = { text: '', state: '', type: '' };

/** The same as the sandbox's own `GET /_sandbox/orders?q=…`: the page has them all, so the answer comes as one types. */
export function filterOrders(
  orders: readonly ConsoleOrder[],
  { text, state }: Filter,
): readonly ConsoleOrder[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && state === '') return orders;
  return orders.filter((order) => {
    if (state !== '' && order.state !== state) return false;
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
