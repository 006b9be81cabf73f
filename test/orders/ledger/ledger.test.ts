import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLedger, isNews } from '../../../src/orders/ledger/ledger';
import { changeOf } from '../../../src/orders/ledger/nextOrder';
import type { Change, OrderStore, StoredOrder } from '../../../src/orders/stores/store';
import { formOrder, minute, paidOrder, payment, pendingRefund, start } from './storedOrders';

const now = start + minute;
const pay = (order: StoredOrder, at: number): Change =>
  changeOf(order, { order: { state: 'paid' }, payments: [payment] }, at);

/** A ledger before a store that loses the first `losses` saves to another process. */
function ledgerThatLoses(losses: number) {
  const read = vi.fn((): Promise<StoredOrder | undefined> => Promise.resolve(formOrder({ version: 7 })));
  let left = losses;
  const save = vi.fn<OrderStore['save']>(() => Promise.resolve(left-- <= 0));
  const work = () => Promise.resolve();
  const store: Partial<OrderStore> = { read, save };
  const tell = vi.fn((): typeof work | undefined => work);
  const ledger = createLedger(store as OrderStore, () => now, tell);
  return { ledger, read, save, tell, work };
}

describe('an order that is read', () => {
  it('is asked for by its number', async () => {
    const { ledger, read } = ledgerThatLoses(0);
    expect(await ledger.read('O1')).toEqual(formOrder({ version: 7 }));
    expect(read.mock.calls).toEqual([[{ mchOrderNo: 'O1' }]]);
  });

  it('is named in the error if there is none', async () => {
    const { ledger, read } = ledgerThatLoses(0);
    read.mockResolvedValue(undefined);
    const error = { code: 'unknown_order', message: expect.stringContaining('O1') as string };
    await expect(ledger.read('O1')).rejects.toMatchObject(error);
    await expect(ledger.move('O1', pay)).rejects.toMatchObject(error);
  });
});

describe('a move of an order', () => {
  it('saves what was decided now about the order as it is read, with the work of the handlers', async () => {
    const { ledger, save, tell, work } = ledgerThatLoses(0);
    const change = pay(formOrder({ version: 7 }), now);
    expect(await ledger.move('O1', pay)).toEqual({ ...change.order, version: 8 });
    expect(tell.mock.calls).toEqual([[change]]);
    expect(save.mock.calls).toEqual([[change, work]]);
  });

  it('saves nothing if nothing was decided', async () => {
    const { ledger, save, tell } = ledgerThatLoses(0);
    expect(await ledger.move('O1', () => undefined)).toEqual(formOrder({ version: 7 }));
    expect(save).not.toHaveBeenCalled();
    expect(tell).not.toHaveBeenCalled();
  });

  it('starts from an order that was read a moment ago, without reading it again', async () => {
    const { ledger, read } = ledgerThatLoses(0);
    expect(await ledger.move('O1', pay, formOrder({ version: 3 }))).toMatchObject({
      state: 'paid',
      version: 4,
    });
    expect(read).not.toHaveBeenCalled();
  });
});

describe('a move of an order that other processes move too', () => {
  beforeEach(() => void vi.useFakeTimers({ now: start }));
  afterEach(() => void vi.useRealTimers());

  it('reads the order again after each lost round, and decides again', async () => {
    const { ledger, read, save } = ledgerThatLoses(2);
    const decide = vi.fn(pay);
    const moved = ledger.move('O1', decide, formOrder({ version: 3 }));
    await vi.runAllTimersAsync();
    expect(await moved).toMatchObject({ state: 'paid', version: 8 });
    expect(decide.mock.calls.map(([{ version }]) => version)).toEqual([3, 7, 7]);
    expect(read).toHaveBeenCalledTimes(2);
    expect(save).toHaveBeenCalledTimes(3);
  });

  it('succeeds in the twentieth round, and says that the order is busy after that', async () => {
    const won = ledgerThatLoses(19);
    const moved = won.ledger.move('O1', pay);
    await vi.runAllTimersAsync();
    expect(await moved).toMatchObject({ state: 'paid' });

    const lost = ledgerThatLoses(20);
    const refused = lost.ledger.move('O1', pay).catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await refused).toMatchObject({ code: 'busy', message: expect.stringContaining('O1') as string });
    expect(lost.save).toHaveBeenCalledTimes(20);
  });

  it('pauses up to 5 ms after the first lost round, 5 ms more after each, and never more than 50 ms', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const { ledger, save } = ledgerThatLoses(12);
    const rounds: number[] = [];
    const moved = ledger.move('O1', (order, at) => {
      rounds.push(Date.now() - start);
      return pay(order, at);
    });
    await vi.runAllTimersAsync();
    await moved;
    expect(save).toHaveBeenCalledTimes(13);
    const pauses = rounds.slice(1).map((at, index) => at - (rounds[index] ?? 0));
    expect(pauses).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 50, 50]);
  });
});

describe('the news in a change', () => {
  const before = paidOrder();
  const nothing: Change = { order: before, payments: [], refunds: [], events: [], at: now };

  it('is not the time of the next question, nor how often the gateway was asked', () => {
    expect(isNews(before, nothing)).toBe(false);
    const order = { ...before, nextAskAt: now, asks: 3, absences: 2 };
    expect(isNews(before, { ...nothing, order })).toBe(false);
  });

  it.each<[string, Partial<Change>]>([
    ['a payment', { payments: [payment] }],
    ['a refund', { refunds: [pendingRefund] }],
    ['an event', { events: [{ kind: 'paid' }] }],
    ['another state', { order: { ...before, state: 'refunded' } }],
    ['the need for attention', { order: { ...before, attention: true } }],
    ['the first absence', { order: { ...before, absentSince: now } }],
  ])('is %s', (_, change) => {
    expect(isNews(before, { ...nothing, ...change })).toBe(true);
  });
});
