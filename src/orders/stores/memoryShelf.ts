import type { Change, StoredEvent, StoredOrder } from './store';

/** The records of `memoryStore`, and the lookups that a database does by its indexes. */
export interface MemoryShelf {
  readonly orders: ReadonlyMap<string, StoredOrder>;
  /** A copy, with the fields that come from the other orders. */
  read(mchOrderNo: string): StoredOrder | undefined;
  put(order: StoredOrder): void;
  holderOf(key: string): string | undefined;
  payerOf(key: string): string | undefined;
  /** The numbers of the key's open orders, the newest first. */
  openOf(key: string): string[];
  orderOfPayment(payOrderId: string): string | undefined;
  orderOfRefund(mchRefundNo: string): string | undefined;
  /** Runs pieces of work one after the other, as locks do. */
  serialize<Result>(work: () => Result | Promise<Result>): Promise<Result>;
  tell(change: Change): void;
  takeEvents(now: number, until: number, limit: number): StoredEvent[];
  finishEvent(id: string): void;
}

export function createMemoryShelf(): MemoryShelf {
  const orders = new Map<string, StoredOrder>();
  const events = new Map<string, StoredEvent & { takenUntil: number }>();
  const holders = new Map<string, string>();
  const payers = new Map<string, string>();
  const payments = new Map<string, string>();
  const refunds = new Map<string, string>();
  let lastEvent = 0;
  let last: Promise<unknown> = Promise.resolve();

  const openOf = (key: string) =>
    [...orders.values()]
      .filter((order) => order.key === key && order.state === 'open')
      .map(({ mchOrderNo }) => mchOrderNo)
      .sort()
      .reverse();

  return {
    orders,
    openOf,
    holderOf: (key) => holders.get(key),
    payerOf: (key) => payers.get(key),
    orderOfPayment: (payOrderId) => payments.get(payOrderId),
    orderOfRefund: (mchRefundNo) => refunds.get(mchRefundNo),
    read(mchOrderNo) {
      const order = orders.get(mchOrderNo);
      if (!order) return undefined;
      const { key } = order;
      const openRivals = openOf(key).filter((number) => number !== mchOrderNo);
      return structuredClone({
        ...order,
        keyPaidBy: payers.get(key),
        keyHeldBy: holders.get(key),
        openRivals,
      });
    },
    put(given) {
      const order = structuredClone(given);
      const { mchOrderNo, key } = order;
      orders.set(mchOrderNo, order);
      if (order.holdsKey) holders.set(key, mchOrderNo);
      else if (holders.get(key) === mchOrderNo) holders.delete(key);
      for (const { payOrderId, surplus } of order.payments) {
        payments.set(payOrderId, mchOrderNo);
        if (!surplus) payers.set(key, mchOrderNo);
      }
      for (const { mchRefundNo } of order.refunds) refunds.set(mchRefundNo, mchOrderNo);
    },
    serialize(work) {
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
    tell({ order: { mchOrderNo }, events: told, at }) {
      for (const event of told) {
        const id = String((lastEvent += 1));
        events.set(id, { ...event, id, mchOrderNo, at, takenUntil: -Infinity });
      }
    },
    takeEvents(now, until, limit) {
      const seen = new Set<string>();
      const free = [...events.values()].filter(({ mchOrderNo, takenUntil }) => {
        const isFirst = !seen.has(mchOrderNo);
        seen.add(mchOrderNo);
        return isFirst && takenUntil <= now;
      });
      return free.slice(0, limit).map((event) => {
        event.takenUntil = until;
        const { id, mchOrderNo, kind, payOrderId, mchRefundNo, at } = event;
        return { id, mchOrderNo, kind, payOrderId, mchRefundNo, at };
      });
    },
    finishEvent: (id) => void events.delete(id),
  };
}
