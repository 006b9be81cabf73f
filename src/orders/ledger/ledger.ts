import { IotPayOrdersError } from '../errors';
import type { Change, OrderStore, Sql, StoredOrder } from '../stores/store';

/** Returns the work for the transaction that saves a change, or undefined if there is none. */
export type Tell = (change: Change) => ((sql: Sql) => Promise<void>) | undefined;

/** The base of every operation on orders. */
export interface Ledger {
  readonly store: OrderStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /**
   * Reads an order, decides how it changes, and saves that. It starts again if another process was faster. Handlers run
   * in the same transaction, so a change and the shop's reaction to it happen both or neither, once.
   *
   * @param held the order as it was read a moment ago, if it was
   * @throws IotPayOrdersError `unknown_order`, `busy`, and any error of a handler
   */
  readonly move: (
    mchOrderNo: string,
    decide: (order: StoredOrder, now: number) => Change | undefined,
    held?: StoredOrder,
  ) => Promise<StoredOrder>;
  /** @throws IotPayOrdersError `unknown_order` */
  readonly read: (mchOrderNo: string) => Promise<StoredOrder>;
}

/** Every round has a winner, so no number of processes makes one of them lose this often in a row. */
const rounds = 20;

export function createLedger(store: OrderStore, now: () => number, tell: Tell): Ledger {
  async function read(mchOrderNo: string): Promise<StoredOrder> {
    const order = await store.read({ mchOrderNo });
    if (order) return order;
    throw new IotPayOrdersError('unknown_order', `There is no order ${mchOrderNo} here.`);
  }

  async function move(
    mchOrderNo: string,
    decide: (order: StoredOrder, now: number) => Change | undefined,
    held?: StoredOrder,
  ): Promise<StoredOrder> {
    let before = held;
    for (let round = 1; round <= rounds; round++) {
      before ??= await read(mchOrderNo);
      const change = decide(before, now());
      if (!change) return before;
      if (await store.save(change, tell(change)))
        return { ...change.order, version: change.order.version + 1 };
      before = undefined;
      await pauseBriefly(round);
    }
    throw new IotPayOrdersError('busy', `Order ${mchOrderNo} changes all the time. Try again.`);
  }

  return { store, now, move, read };
}

/** A random pause, so that those who lost a round don't all meet again in the next. */
function pauseBriefly(round: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * Math.min(round, 10)));
}

/** Whether a change contains more than the time of the next question. */
export function isNews(before: StoredOrder, { order, payments, refunds, events }: Change): boolean {
  return (
    payments.length + refunds.length + events.length > 0 ||
    order.state !== before.state ||
    order.attention !== before.attention ||
    order.absentSince !== before.absentSince
  );
}
