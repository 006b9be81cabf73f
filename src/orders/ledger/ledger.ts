import { IotPayOrdersError } from '../errors';
import type { Change, OrderStore, Sql, StoredOrder } from '../stores/store';

/** What is to be done in the transaction that saves a change, if anything. */
export type Tell = (change: Change) => ((sql: Sql) => Promise<void>) | undefined;

/** What every operation on orders works with. */
export interface Ledger {
  readonly store: OrderStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /**
   * Reads an order, decides what becomes of it, and saves that: again from the start, if somebody else was faster. Handlers run in the
   * same transaction, so a change and what the shop makes of it happen both or neither, once.
   *
   * @param held the order as it was read a moment ago, if it was
   * @throws IotPayOrdersError `unknown_order`, `busy`; and whatever a handler throws
   */
  readonly move: (
    mchOrderNo: string,
    decide: (order: StoredOrder, now: number) => Change | undefined,
    held?: StoredOrder,
  ) => Promise<StoredOrder>;
  /** @throws IotPayOrdersError `unknown_order` */
  readonly read: (mchOrderNo: string) => Promise<StoredOrder>;
}

/** More losers in a row than any number of processes can make, as each round has a winner. */
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

/** Different for each, so that those who lost a round don't all meet again in the next. */
function pauseBriefly(round: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * Math.min(round, 10)));
}

/** Whether a change says more than when to ask next. */
export function isNews(before: StoredOrder, { order, payments, refunds, events }: Change): boolean {
  return (
    payments.length + refunds.length + events.length > 0 ||
    order.state !== before.state ||
    order.attention !== before.attention ||
    order.absentSince !== before.absentSince
  );
}
