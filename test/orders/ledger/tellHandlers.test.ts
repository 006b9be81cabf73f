import { describe, expect, it } from 'vitest';
import { createTell, publicOrder } from '../../../src/orders/ledger/tellHandlers';
import type { NewEvent, Sql, StoredOrder } from '../../../src/orders/stores/store';
import { formOrder, paidOrder, payment, pendingRefund, start } from './storedOrders';

const sql: Sql = { query: () => Promise.resolve({ rows: [] }) };
const order = paidOrder({ refunds: [{ ...pendingRefund, mchRefundNo: 'R0' }, pendingRefund] });
const change = (events: readonly NewEvent[], of: StoredOrder = order) => ({
  order: of,
  payments: [],
  refunds: [],
  events,
  at: start,
});

/** Handlers that write down with what they are called. */
function listening() {
  const told: unknown[][] = [];
  const listen =
    (name: string) =>
    (...called: unknown[]) =>
      void told.push([name, ...called]);
  const tell = createTell({
    onPaid: listen('onPaid'),
    onFailed: listen('onFailed'),
    onRefunded: listen('onRefunded'),
    onSurplus: listen('onSurplus'),
  });
  return { tell, told };
}

describe('the handlers of the shop', () => {
  it.each<[string, NewEvent, unknown]>([
    ['onPaid', { kind: 'paid', payOrderId: 'P1' }, undefined],
    ['onFailed', { kind: 'failed' }, undefined],
    ['onFailed', { kind: 'expired' }, undefined],
    ['onRefunded', { kind: 'refunded', payOrderId: 'P1', mchRefundNo: 'R1' }, pendingRefund],
    ['onSurplus', { kind: 'surplus', payOrderId: 'P1' }, payment],
  ])('are called with the order, the transaction and the part: %s for %j', async (name, event, part) => {
    const { tell, told } = listening();
    await tell(change([event]))?.(sql);
    expect(told).toEqual([[name, publicOrder(order), sql, part]]);
  });

  it.each<NewEvent>([
    { kind: 'surplus_refunded', payOrderId: 'P1', mchRefundNo: 'R1' },
    { kind: 'refund_failed', payOrderId: 'P1', mchRefundNo: 'R1' },
    { kind: 'refunded', payOrderId: 'P1', mchRefundNo: 'R9' },
    { kind: 'surplus', payOrderId: 'P9' },
  ])('have no work for %j', (event) => {
    expect(listening().tell(change([event]))).toBeUndefined();
  });

  it('have no work for a change without events', () => {
    expect(listening().tell(change([]))).toBeUndefined();
  });

  it.each<NewEvent>([
    { kind: 'failed' },
    { kind: 'expired' },
    { kind: 'refunded', payOrderId: 'P1', mchRefundNo: 'R1' },
    { kind: 'surplus', payOrderId: 'P1' },
  ])('may be left out for %j', (event) => {
    expect(createTell({ onPaid: () => undefined })(change([event]))).toBeUndefined();
  });

  it('are called one after the other, each when the one before is done', async () => {
    const steps: string[] = [];
    const tell = createTell({
      onPaid: async () => {
        steps.push('paid begins');
        await Promise.resolve();
        steps.push('paid ends');
      },
      onSurplus: () => void steps.push('surplus'),
    });
    const events: NewEvent[] = [
      { kind: 'paid' },
      { kind: 'refund_failed' },
      { kind: 'surplus', payOrderId: 'P1' },
    ];
    await tell(change(events))?.(sql);
    expect(steps).toEqual(['paid begins', 'paid ends', 'surplus']);
  });

  it('stop the transaction by an error, and those after it are not called', async () => {
    const told: string[] = [];
    const tell = createTell({
      onPaid: () => Promise.reject(new Error('no stock')),
      onSurplus: () => void told.push('surplus'),
    });
    const work = tell(change([{ kind: 'paid' }, { kind: 'surplus', payOrderId: 'P1' }]));
    await expect(work?.(sql)).rejects.toThrow('no stock');
    expect(told).toEqual([]);
  });
});

describe('the order as the shop sees it', () => {
  it('has every public field, and none that only the library needs', () => {
    const stored = formOrder({
      reason: 'declined',
      settledAt: start,
      payments: [payment],
      refunds: [pendingRefund],
    });
    expect(publicOrder(stored)).toStrictEqual({
      mchOrderNo: 'O1',
      key: 'cart-1',
      customer: 'ann',
      amount: 2434,
      currency: 'CAD',
      data: { cartId: 1 },
      method: 'form',
      channel: 'PF_CC',
      state: 'open',
      late: false,
      attention: false,
      reason: 'declined',
      payments: [payment],
      refunds: [pendingRefund],
      createdAt: start,
      settledAt: start,
    });
  });

  it('can be changed by a handler without changing what is stored', () => {
    const stored = paidOrder({ refunds: [pendingRefund] });
    const seen = publicOrder(stored);
    Object.assign(seen.payments[0] ?? {}, { amount: 1 });
    Object.assign(seen.refunds[0] ?? {}, { amount: 1 });
    expect(stored.payments[0]?.amount).toBe(2434);
    expect(stored.refunds[0]?.amount).toBe(2434);
  });
});
