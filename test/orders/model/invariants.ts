import type { Order, OrderEvent } from 'react-iotpay/orders';
import { expect } from 'vitest';
import type { ModelGateway } from './modelGateway';

const isPaid = ({ state }: Order) => state === 'paid' || state === 'partly_refunded' || state === 'refunded';

/** An order that was called failed cannot be paid at the gateway at that moment, and a paid one is. */
export function checkNothingIsFalse(gateway: ModelGateway, order: Order): void {
  const entry = gateway.entries.get(order.mchOrderNo);
  const isFailed = order.state === 'failed' && order.reason === 'declined';
  if (isFailed && !entry?.isTakenBack) expect(entry?.status).toBe(9);
  if (isPaid(order)) expect(entry?.status).toBe(2);
}

/** One line of the shop's diary: what its handlers were told. */
export interface DiaryEntry {
  readonly kind: string;
  readonly mchOrderNo: string;
  /** The number of the refund or payment that it was about. */
  readonly part: string | null;
}

/** The rules that must hold once everything has come to rest. The gateway's ledger is the truth. */
export function checkAtRest(
  gateway: ModelGateway,
  orders: readonly Order[],
  diary: readonly DiaryEntry[],
): void {
  const entries = [...gateway.entries.values()];
  const taken = entries.filter(({ payType, status }) => payType === 'pay' && status === 2);
  const recorded = orders.flatMap(({ payments }) => payments);
  // Both ledgers know the same payments.
  expect(recorded.map(({ payOrderId }) => payOrderId).sort()).toEqual(
    taken.map(({ payOrderId }) => payOrderId).sort(),
  );

  const told = (kind: string, mchOrderNo: string) =>
    diary.filter((entry) => entry.kind === kind && entry.mchOrderNo === mchOrderNo).length;
  const countedKeys = new Set<string>();
  for (const order of orders) {
    const { mchOrderNo, key, payments } = order;
    const counted = payments.filter(({ surplus }) => !surplus);
    const surplus = payments.filter(({ surplus: reason }) => reason);
    // A key is paid once. Every other payment was told as a surplus.
    expect(counted.length === 0 || !countedKeys.has(key)).toBe(true);
    if (counted.length > 0) countedKeys.add(key);
    expect(told('paid', mchOrderNo), `paid ${mchOrderNo}`).toBe(counted.length);
    expect(told('surplus', mchOrderNo), `surplus ${mchOrderNo}`).toBe(surplus.length);
    expect(told('failed', mchOrderNo)).toBeLessThanOrEqual(1);
    // Nothing was called failed or expired that was paid, but where the gateway itself took back what it had said.
    if (order.late) expect(gateway.entries.get(mchOrderNo)?.isTakenBack, `${mchOrderNo} is late`).toBe(true);
    const isDue = payments.some(({ surplus: reason }) => reason !== 'amount_differs');
    const isGivenBack = order.state === 'refunded' && payments.length > 0;
    expect(isPaid(order), `${mchOrderNo} is ${order.state}`).toBe(isDue || isGivenBack);

    for (const payment of payments) {
      const sumOf = (amounts: readonly { amount: number }[]) =>
        amounts.reduce((sum, { amount }) => sum + amount, 0);
      const there = entries.filter(
        ({ originalOrderId, status }) => originalOrderId === payment.payOrderId && status === 2,
      );
      const here = order.refunds.filter(
        ({ payOrderId, state }) => payOrderId === payment.payOrderId && state === 'succeeded',
      );
      // No cent was given back that the shop does not know of, and none twice.
      expect(here.map(({ mchRefundNo }) => mchRefundNo).sort()).toEqual(
        there.map(({ mchOrderNo: number }) => number).sort(),
      );
      expect(sumOf(here)).toBeLessThanOrEqual(payment.amount);
    }
    expect(order.refunds.filter(({ state }) => state === 'pending')).toEqual([]);
    const owed = surplus.some(({ payOrderId, amount }) => {
      const back = order.refunds.filter((one) => one.payOrderId === payOrderId && one.state === 'succeeded');
      return back.reduce((sum, one) => sum + one.amount, 0) < amount;
    });
    // The gateway has called an order of another amount failed, which proves nothing about this one.
    const isUndecided = order.state === 'open' && gateway.entries.get(mchOrderNo)?.amount !== order.amount;
    expect(order.attention, `attention of ${mchOrderNo}`).toBe(owed || isUndecided);
  }
}

/** The outbox holds exactly the events that handlers were told of, in the order in which they happened. */
export function checkEvents(diary: readonly DiaryEntry[], events: readonly OrderEvent[]): void {
  for (const mchOrderNo of new Set(diary.map((entry) => entry.mchOrderNo))) {
    const kinds = events
      .filter(({ order }) => order.mchOrderNo === mchOrderNo)
      .map(({ kind }) => (kind === 'expired' ? 'failed' : kind))
      .filter((kind) => kind !== 'surplus_refunded' && kind !== 'refund_failed');
    const lines = diary.filter((entry) => entry.mchOrderNo === mchOrderNo).map(({ kind }) => kind);
    expect(kinds, `events of ${mchOrderNo}`).toEqual(lines);
  }
}
