import { IotPayOrdersError } from '../errors';
import { returnedOf } from '../order';
import { createMemoryShelf } from './memoryShelf';
import type { Change, OrderFilter, OrderName, OrderStore, Sql, StoredCard, StoredOrder } from './store';

/** A handler's `sql` here. It always rejects, because there is no database. */
const noSql: Sql = {
  query: () =>
    Promise.reject(
      new IotPayOrdersError(
        'no_sql',
        'memoryStore has no SQL. Take postgresStore for handlers that write to a database.',
      ),
    ),
};

const isOpen = ({ state }: StoredOrder) => state === 'open';

function fits(order: StoredOrder, filter: OrderFilter): boolean {
  const { states, attention, customer, key, from = -Infinity, to = Infinity, before } = filter;
  return (
    (states === undefined || states.includes(order.state)) &&
    (attention === undefined || order.attention === attention) &&
    (customer === undefined || order.customer === customer) &&
    (key === undefined || order.key === key) &&
    order.createdAt >= from &&
    order.createdAt < to &&
    (before === undefined || order.mchOrderNo < before)
  );
}

/**
 * Keeps orders in this process, for trying things out and for tests. It forgets every order when the process ends, and
 * says so once by `console.warn`.
 */
export function memoryStore(): OrderStore {
  // eslint-disable-next-line no-console -- a shop that takes money with this must notice
  console.warn(
    'react-iotpay: memoryStore forgets every order, paid ones too, when this process ends. Take postgresStore for a shop.',
  );
  const shelf = createMemoryShelf();
  const cards = new Map<string, StoredCard>();
  const askedAt = new Map<string, number>();
  const secret = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

  function numberOf(by: OrderName): string | undefined {
    if ('mchOrderNo' in by) return by.mchOrderNo;
    if ('payOrderId' in by) return shelf.orderOfPayment(by.payOrderId);
    if ('mchRefundNo' in by) return shelf.orderOfRefund(by.mchRefundNo);
    return shelf.payerOf(by.key) ?? shelf.holderOf(by.key) ?? shelf.openOf(by.key)[0];
  }

  function mayBeSaved({ order, payments, refunds }: Change): boolean {
    const current = shelf.orders.get(order.mchOrderNo);
    if (current?.version !== order.version) return false;
    if (order.holdsKey && (shelf.holderOf(order.key) ?? order.mchOrderNo) !== order.mchOrderNo) return false;
    if (payments.some(({ payOrderId }) => shelf.orderOfPayment(payOrderId) !== undefined)) return false;
    if (payments.some(({ surplus }) => !surplus) && shelf.payerOf(order.key) !== undefined) return false;
    const live = order.refunds.filter(({ state, key }) => state !== 'failed' && key !== undefined);
    return refunds.length === 0 || new Set(live.map(({ key }) => key)).size === live.length;
  }

  /**
   * Money that went back is a fact and is always recorded. Only a refund that is about to be sent must leave aside the
   * cents that are on their way already.
   */
  function checkMoney({ order, refunds }: Change): void {
    for (const { payOrderId, amount } of order.payments) {
      const before = shelf.orders.get(order.mchOrderNo)?.refunds ?? [];
      const isSending = refunds.some(
        (one) =>
          one.payOrderId === payOrderId &&
          one.state === 'pending' &&
          !before.some(({ mchRefundNo, state }) => mchRefundNo === one.mchRefundNo && state === 'pending'),
      );
      const states = isSending ? (['pending', 'succeeded'] as const) : (['succeeded'] as const);
      if (returnedOf(order, payOrderId, states) <= amount) continue;
      throw new Error(`More would be given back of payment ${payOrderId} than was paid.`);
    }
  }

  return {
    migrate: () => Promise.resolve(),
    secret: () => Promise.resolve(secret),
    read: (by) => Promise.resolve(shelf.read(numberOf(by) ?? '')),
    insert: (order, instead) =>
      shelf.serialize(() => {
        const { key, mchOrderNo } = order;
        const holder = shelf.orders.get(shelf.holderOf(key) ?? '');
        const isLeft =
          instead !== undefined &&
          holder?.mchOrderNo === instead.mchOrderNo &&
          holder.version === instead.version &&
          isOpen(holder);
        const isFree = shelf.payerOf(key) === undefined && !shelf.orders.has(mchOrderNo);
        if (!isFree || (instead ? !isLeft : holder !== undefined)) return false;
        if (isLeft) shelf.put({ ...holder, holdsKey: false, version: holder.version + 1 });
        shelf.put(order);
        return true;
      }),
    save: (change, within) =>
      shelf.serialize(async () => {
        if (!mayBeSaved(change)) return false;
        checkMoney(change);
        await within?.(noSql);
        shelf.put({ ...change.order, version: change.order.version + 1 });
        shelf.tell(change);
        return true;
      }),
    claimDue: (now, until, limit) =>
      shelf.serialize(() => {
        const due = [...shelf.orders.values()]
          .filter(({ nextAskAt = Infinity }) => nextAskAt <= now)
          .sort((a, b) => (a.nextAskAt ?? 0) - (b.nextAskAt ?? 0))
          .slice(0, limit);
        for (const order of due) {
          shelf.put({ ...order, nextAskAt: until, asks: order.asks + 1, version: order.version + 1 });
        }
        return due.flatMap(({ mchOrderNo }) => shelf.read(mchOrderNo) ?? []);
      }),
    claimAsk(mchOrderNo, now, pauseMs) {
      const last = askedAt.get(mchOrderNo);
      const isFree = last === undefined || Math.abs(now - last) >= pauseMs;
      const mayAsk = isFree && shelf.orders.has(mchOrderNo);
      if (mayAsk) askedAt.set(mchOrderNo, now);
      return Promise.resolve(mayAsk);
    },
    list(filter) {
      const found = [...shelf.orders.values()].filter((order) => fits(order, filter));
      const newestFirst = found.sort((a, b) => (a.mchOrderNo < b.mchOrderNo ? 1 : -1)).slice(0, filter.limit);
      return Promise.resolve(newestFirst.flatMap(({ mchOrderNo }) => shelf.read(mchOrderNo) ?? []));
    },
    takeEvents: (now, until, limit) => Promise.resolve(shelf.takeEvents(now, until, limit)),
    finishEvent(id) {
      shelf.finishEvent(id);
      return Promise.resolve();
    },
    putCard(card) {
      cards.set(card.cardId, structuredClone(card));
      return Promise.resolve();
    },
    cardsOf: (customer) => Promise.resolve([...cards.values()].filter((card) => card.customer === customer)),
    removeCard(customer, cardId) {
      return Promise.resolve(cards.get(cardId)?.customer === customer && cards.delete(cardId));
    },
  };
}
