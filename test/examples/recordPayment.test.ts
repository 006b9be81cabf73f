import { describe, expect, it } from 'vitest';
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

  it.each(['failed', 'expired'] as const)('make an order paid that had %s', async (state) => {
    const order = sampleOrder();
    await shop.orders.create(order);
    await shop.orders.close(order.mchOrderNo, state, 'query');
    expect((await shop.orders.recordPayment(samplePayment(order))).effect).toBe('paid');
    expect(await shop.orders.findByCheckoutKey(order.customerId, order.checkoutKey)).toMatchObject({
      state: 'paid',
    });
  });

  it('count for an order that had expired also when a newer one has its checkout key by now', async () => {
    const old = sampleOrder();
    await shop.orders.create(old);
    await shop.orders.close(old.mchOrderNo, 'expired', 'query');
    const newer = await shop.orders.create(
      sampleOrder({ customerId: old.customerId, checkoutKey: old.checkoutKey }),
    );
    expect((await shop.orders.recordPayment(samplePayment(old))).order.state).toBe('paid');
    expect(await shop.orders.findByCheckoutKey(old.customerId, old.checkoutKey)).toEqual(newer);
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
