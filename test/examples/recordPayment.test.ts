import { describe, expect, it } from 'vitest';
import type { NewOrder } from '../../examples/checkout/server/orders';
import { server } from './freshDatabase';
import { sampleOrder, samplePayment } from './sampleOrder';
import { shopDatabaseForFile } from './shopDatabase';

const shop = shopDatabaseForFile();

async function eventsOf(mchOrderNo: string): Promise<unknown[]> {
  const rows = await shop.database.query(
    'SELECT kind FROM order_events WHERE mch_order_no = $1 ORDER BY id',
    [mchOrderNo],
  );
  return rows.map((row) => row.kind);
}

async function paymentsOf(mchOrderNo: string): Promise<unknown[]> {
  const rows = await shop.database.query(
    'SELECT pay_order_id, surplus FROM payments WHERE mch_order_no = $1 ORDER BY surplus',
    [mchOrderNo],
  );
  return rows.map((row) => [row.pay_order_id, row.surplus]);
}

async function giveUp({ mchOrderNo }: NewOrder, as: 'failed' | 'expired'): Promise<void> {
  if (as === 'expired') await shop.letPass(90);
  await shop.orders.noteUnpaid(mchOrderNo, as === 'failed' ? 'failed' : 'pending', 'query');
}

describe(`payments on ${server}`, () => {
  it('pay their order once, however often and however simultaneously they are told of', async () => {
    const order = sampleOrder();
    await shop.orders.create(order);
    const payment = samplePayment(order);
    const told = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        shop.orders.recordPayment({ ...payment, by: i % 2 ? 'query' : 'notification' }),
      ),
    );
    expect(told.filter(({ effect }) => effect === 'paid')).toHaveLength(1);
    expect(told.filter(({ effect }) => effect === 'known')).toHaveLength(11);
    expect(await shop.orders.find(order.mchOrderNo)).toMatchObject({
      state: 'paid',
      payOrderId: payment.payOrderId,
      cardNum: payment.cardNum,
    });
    expect(await eventsOf(order.mchOrderNo)).toEqual(['paid']);
    expect(await paymentsOf(order.mchOrderNo)).toEqual([[payment.payOrderId, false]]);
  });

  it('are kept as surplus, once, when another one has paid the order', async () => {
    const order = sampleOrder();
    await shop.orders.create(order);
    const [first, second] = [samplePayment(order), samplePayment(order)];
    await shop.orders.recordPayment(first);
    const effects = [];
    for (let i = 0; i < 3; i++) effects.push((await shop.orders.recordPayment(second)).effect);
    expect(effects).toEqual(['surplus', 'known', 'known']);
    expect((await shop.orders.find(order.mchOrderNo))?.payOrderId).toBe(first.payOrderId);
    expect(await paymentsOf(order.mchOrderNo)).toEqual([
      [first.payOrderId, false],
      [second.payOrderId, true],
    ]);
    expect(await eventsOf(order.mchOrderNo)).toEqual(['paid', 'paid_again']);
  });

  it('make one order paid and one surplus when two come at the same moment', async () => {
    const order = sampleOrder();
    await shop.orders.create(order);
    const both = [samplePayment(order), samplePayment(order)];
    const told = await Promise.all(both.map((payment) => shop.orders.recordPayment(payment)));
    expect(told.map(({ effect }) => effect).sort()).toEqual(['paid', 'surplus']);
  });

  it.each(['failed', 'expired'] as const)(
    'make an order paid that had %s, and say that it was late',
    async (state) => {
      const order = sampleOrder();
      await shop.orders.create(order);
      await giveUp(order, state);
      const payment = samplePayment(order);
      expect(await shop.orders.recordPayment(payment)).toMatchObject({
        effect: 'late',
        order: { state: 'paid', late: true },
      });
      expect((await shop.orders.recordPayment(payment)).effect).toBe('known');
      expect(await eventsOf(order.mchOrderNo)).toEqual(['paid_late']);
    },
  );

  it('are surplus when another order of the same checkout is paid, whichever comes first', async () => {
    for (const whichFirst of [0, 1]) {
      const old = sampleOrder();
      await shop.orders.create(old);
      await giveUp(old, 'expired');
      const newer = sampleOrder({ customerId: old.customerId, checkoutKey: old.checkoutKey });
      await shop.orders.create(newer);
      const [first, second] = whichFirst === 0 ? [old, newer] : [newer, old];
      expect((await shop.orders.recordPayment(samplePayment(first))).effect).not.toBe('surplus');
      const payment = samplePayment(second);
      expect(await shop.orders.recordPayment(payment)).toMatchObject({
        effect: 'surplus',
        order: { state: 'paid', surplus: true },
      });
      expect(await paymentsOf(second.mchOrderNo)).toEqual([[payment.payOrderId, true]]);
      expect(await eventsOf(second.mchOrderNo)).toEqual(['paid_again']);
    }
  });

  it('for two forms of one checkout at the same moment are one that counts and one that is surplus', async () => {
    const card = sampleOrder();
    const unionPay = sampleOrder({ ...card, mchOrderNo: sampleOrder().mchOrderNo, channel: 'UPI_EX' });
    await shop.orders.create(card);
    await shop.orders.create(unionPay);
    const told = await Promise.all(
      [card, unionPay].map((order) => shop.orders.recordPayment(samplePayment(order))),
    );
    expect(told.map(({ effect }) => effect).sort()).toEqual(['paid', 'surplus']);
  });

  it.each([
    ['of another amount', { amount: 1 }],
    ['of no known amount', { amount: undefined }],
    ['in another currency', { currency: 'USD' }],
  ])('%s are refused, and nothing is paid', async (_, changes) => {
    const order = sampleOrder();
    await shop.orders.create(order);
    await expect(shop.orders.recordPayment(samplePayment(order, changes))).rejects.toThrow(
      'not what was ordered',
    );
    expect(await shop.orders.find(order.mchOrderNo)).toMatchObject({ state: 'open' });
    expect(await paymentsOf(order.mchOrderNo)).toEqual([]);
  });

  it('for an unknown order, or with the number of another payment, are refused', async () => {
    await expect(shop.orders.recordPayment(samplePayment(sampleOrder()))).rejects.toThrow('not ours');
    const [one, two] = [sampleOrder(), sampleOrder()];
    await shop.orders.create(one);
    await shop.orders.create(two);
    const { payOrderId } = samplePayment(one);
    await shop.orders.recordPayment(samplePayment(one, { payOrderId }));
    await expect(shop.orders.recordPayment(samplePayment(two, { payOrderId }))).rejects.toThrow(
      'has paid another',
    );
    expect(await shop.orders.find(two.mchOrderNo)).toMatchObject({ state: 'open' });
  });
});
