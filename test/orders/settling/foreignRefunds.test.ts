import { memoryStore, type OrderStore, postgresStore } from 'react-iotpay/orders';
import { describe, expect, it } from 'vitest';
import { freshSchema, sharedPglite } from '../embedded/pglite';
import { openShop } from '../shop';

const minute = 60_000;

async function openPostgres(): Promise<OrderStore> {
  const store = postgresStore(await sharedPglite(), { schema: freshSchema() });
  await store.migrate();
  return store;
}

const stores: [string, () => OrderStore | Promise<OrderStore>][] = [
  ['memoryStore', memoryStore],
  ['postgresStore', openPostgres],
];

describe.each(stores)('money that went back, in %s,', (_, open) => {
  async function openPaidShop() {
    const shop = openShop({ store: await open() });
    const { order } = await shop.orders.checkout({ key: 'k', amount: 2434 });
    const { mchOrderNo } = order;
    shop.gateway.pay(mchOrderNo, 'paid');
    await shop.deliver();
    const entry = shop.gateway.entries.get(mchOrderNo);
    Object.assign(entry ?? {}, { isSettled: true });
    shop.told.length = 0;
    const refund = (key: string, amount?: number) => shop.orders.refund({ mchOrderNo, key, amount });
    const refundInConsole = (mchRefundNo: string, refundAmount: number) =>
      shop.gateway.iotpay.refund({ mchRefundNo, payOrderId: entry?.payOrderId ?? '', refundAmount });
    return { ...shop, mchOrderNo, refund, refundInConsole, find: () => shop.orders.find(mchOrderNo) };
  }

  it('records money that went back in IOTPay’s console while a refund of the shop is on its way, and gives nothing more back', async () => {
    const shop = await openPaidShop();
    shop.gateway.faults.refund.push({ kind: 'late', ms: minute });
    expect(await shop.refund('a', 1000)).toMatchObject({ state: 'pending' });
    await shop.refundInConsole('by-hand', 2434);
    expect(await shop.deliver()).toEqual([200]);
    expect(shop.told).toEqual(['refunded k 2434']);
    expect(await shop.find()).toMatchObject({ state: 'refunded' });
    await expect(shop.refund('b')).rejects.toThrow('Nothing was given back');
    await expect(shop.refund('b', 1)).rejects.toThrow('Nothing was given back');
    await shop.wait(3 * 60 * minute, 5 * minute);
    expect((await shop.find())?.refunds.map(({ state }) => state).sort()).toEqual(['failed', 'succeeded']);
    expect(shop.told).toEqual(['refunded k 2434']);
  });

  it('records money that went back after its refund was called failed, even if another refund has the same key by now', async () => {
    const shop = await openPaidShop();
    shop.gateway.faults.refund.push({ kind: 'late', ms: 100 * minute });
    const first = await shop.refund('a', 500);
    await shop.wait(90 * minute);
    expect((await shop.find())?.refunds).toMatchObject([{ state: 'failed' }]);
    expect(await shop.refund('a', 500)).toMatchObject({ state: 'succeeded' });
    await shop.deliver();
    shop.gateway.advance(20 * minute);
    expect(shop.gateway.entries.get(first.mchRefundNo)).toMatchObject({ status: 2 });
    expect(await shop.deliver()).toEqual([200]);
    expect((await shop.find())?.refunds.map(({ state }) => state)).toEqual(['succeeded', 'succeeded']);
    expect(shop.told).toEqual(['refunded k 500', 'refunded k 500']);
  });

  it('ends an order as refunded if money of another amount came after its failure, and went back', async () => {
    const shop = openShop({ store: await open() });
    const { order } = await shop.orders.checkout({ key: 'k', amount: 2434 });
    shop.gateway.pay(order.mchOrderNo, 'declined');
    await shop.orders.confirm(order.mchOrderNo);
    const entry = shop.gateway.entries.get(order.mchOrderNo);
    if (!entry) throw new Error('The gateway knows no such order.');
    entry.amount = 1;
    shop.gateway.decide(entry, true);
    expect(await shop.deliver()).toEqual([200]);
    const refund = await shop.orders.refund({ mchOrderNo: order.mchOrderNo, key: 'give back' });
    expect(refund).toMatchObject({ state: 'succeeded', amount: 1 });
    expect(await shop.orders.find(order.mchOrderNo)).toMatchObject({ state: 'refunded', attention: false });
    expect(await shop.orders.checkout({ key: 'k', amount: 2434 })).toHaveProperty('secureId');
  });

  it('does not free the key after one of two payments of other amounts went back', async () => {
    const shop = openShop({ store: await open() });
    const sale = { key: 'k', amount: 2434 };
    const { mchOrderNo } = (await shop.orders.checkout(sale)).order;
    const entry = shop.gateway.entries.get(mchOrderNo);
    if (!entry) throw new Error('The gateway knows no such order.');
    for (const payOrderId of ['PC1', 'PC2']) {
      Object.assign(entry, { payOrderId, amount: 1 });
      shop.gateway.decide(entry, true);
    }
    expect(await shop.deliver()).toEqual([200, 200]);
    for (const payOrderId of ['PC1', 'PC2']) {
      expect(await shop.orders.checkout(sale)).toMatchObject({ settled: 'unknown' });
      Object.assign(entry, { payOrderId, refundable: 1 });
      expect(await shop.orders.refund({ mchOrderNo, payOrderId, key: payOrderId })).toMatchObject({
        state: 'succeeded',
      });
    }
    expect(await shop.orders.find(mchOrderNo)).toMatchObject({ state: 'refunded', attention: false });
    expect(await shop.orders.checkout(sale)).toHaveProperty('secureId');
  });
});
