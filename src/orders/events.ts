import { checkCount } from './checkCount';
import { claimMs } from './ledger/schedule';
import { publicOrder } from './ledger/tellHandlers';
import type { Order } from './order';
import type { OrderEventKind, OrderStore } from './stores/store';

/** Something that has happened to an order, for work outside the database. */
export interface OrderEvent<Data = unknown> {
  /** The same each time the event comes. */
  readonly id: string;
  readonly kind: OrderEventKind;
  /** The order as it is now. More may have happened since the event. */
  readonly order: Order<Data>;
  readonly payOrderId?: string | undefined;
  readonly mchRefundNo?: string | undefined;
  /** When it happened, in epoch milliseconds. */
  readonly at: number;
  /** Call it when all work is done. Until then the event comes again, and no later event of this order comes. */
  done(): Promise<void>;
}

export interface OrderEvents<Data = unknown> {
  /**
   * Takes up to `limit` events, one of each order. No other process gets them for two minutes. Events that are not
   * `done()` by then come again.
   *
   * @example
   * for (const event of await orders.events.take(10)) {
   *   if (event.kind === 'paid') await sendReceipt(event.order);
   *   await event.done();
   * }
   */
  take(limit: number): Promise<OrderEvent<Data>[]>;
}

export function createEvents<Data>(store: OrderStore, now: () => number): OrderEvents<Data> {
  return Object.freeze({
    async take(limit: number) {
      checkCount('limit', limit);
      const at = now();
      const taken = await store.takeEvents(at, at + claimMs, limit);
      return Promise.all(
        taken.map(async ({ mchOrderNo, ...event }) => {
          const order = await store.read({ mchOrderNo });
          if (!order) throw new Error(`Order ${mchOrderNo} has gone.`);
          return { ...event, order: publicOrder<Data>(order), done: () => store.finishEvent(event.id) };
        }),
      );
    },
  });
}
