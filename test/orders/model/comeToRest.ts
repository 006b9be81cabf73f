import type { Order, OrderEvent, Orders, OrderStore } from 'react-iotpay/orders';
import { expect } from 'vitest';
import { day, hour, notification } from '../shop';
import type { ModelGateway } from './modelGateway';
import type { ModelShop } from './modelShop';

/** How long the shop goes on asking after everything has happened: more than the week that it watches closed orders. */
const watched = 9 * day;

/** The bank decides what it has thought about, and the shop asks until nothing is to be asked any more. */
export async function comeToRest(
  { gateway, processes }: ModelShop,
  store: OrderStore,
): Promise<{ orders: Order[]; events: OrderEvent[] }> {
  const [first] = processes;
  if (!first) throw new Error('There is no process.');
  first.mortal.revive();
  for (const list of Object.values(gateway.faults)) list.length = 0;
  gateway.advance(hour);
  for (const entry of gateway.entries.values()) {
    const isUntouchedForm = entry.payableUntil !== undefined && entry.cardNum === undefined;
    if (entry.status === 1 || (entry.status === 0 && !isUntouchedForm)) gateway.decide(entry, false);
  }

  const start = gateway.now;
  for (;;) {
    const due = (await store.list({ limit: 500 })).map(({ nextAskAt = Infinity }) => nextAskAt);
    const next = Math.min(...due, Infinity);
    if (next > start + watched) break;
    // Orders that are due soon after are asked about as well, as by a shop that settles every ten minutes.
    gateway.advance(Math.max(0, next - gateway.now) + 10 * 60_000);
    await first.orders.settleDue({ limit: 500, atOnce: 1 });
  }
  await hearOfTheConsole(gateway, first.orders);
  const { orders } = await first.orders.list({ limit: 500 });
  return { orders, events: await takeAll(first.orders.events) };
}

/** The gateway sends a notification again until it is acknowledged: of a refund in its console nothing else tells the shop. */
async function hearOfTheConsole(gateway: ModelGateway, orders: Pick<Orders, 'fetch'>): Promise<void> {
  gateway.notifications.length = 0;
  for (const entry of gateway.entries.values()) {
    if (entry.mchOrderNo.startsWith('console-')) gateway.decide(entry, true);
  }
  for (const body of gateway.notifications) {
    // A handler may still be failing twice.
    const statuses: number[] = [];
    while (statuses.at(-1) !== 200 && statuses.length < 3) {
      statuses.push((await orders.fetch(notification(body))).status);
    }
    expect(statuses.at(-1)).toBe(200);
  }
}

async function takeAll(from: { take(limit: number): Promise<OrderEvent[]> }): Promise<OrderEvent[]> {
  const all: OrderEvent[] = [];
  for (;;) {
    const events = await from.take(100);
    if (events.length === 0) return all;
    for (const event of events) await event.done();
    all.push(...events);
  }
}
