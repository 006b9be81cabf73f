import { describe, expect, it } from 'vitest';
import { createSavedCardsInPostgres } from '../../examples/checkout/server/savedCardsInPostgres';
import { server } from './freshDatabase';
import { sampleOrder, samplePayment } from './sampleOrder';
import { shopDatabaseForFile } from './shopDatabase';

const shop = shopDatabaseForFile();

describe(`orders on ${server}`, () => {
  it('come back as they were stored, open', async () => {
    const order = sampleOrder();
    const before = Date.now() - 60_000;
    const stored = await shop.orders.create(order);
    expect(stored).toEqual({ ...order, state: 'open', createdAt: expect.any(Number) as number });
    expect(stored.createdAt).toBeGreaterThan(before);
    expect(await shop.orders.find(order.mchOrderNo)).toEqual(stored);
    expect(await shop.orders.find('nobody')).toBeUndefined();
  });

  it('are one for each checkout key, also when many ask for it at the same moment', async () => {
    const order = sampleOrder();
    const attempts = Array.from({ length: 10 }, () =>
      shop.orders.create({ ...sampleOrder(), customerId: order.customerId, checkoutKey: order.checkoutKey }),
    );
    const made = new Set((await Promise.all(attempts)).map(({ mchOrderNo }) => mchOrderNo));
    expect(made.size).toBe(1);
    const other = await shop.orders.create({ ...sampleOrder(), checkoutKey: order.checkoutKey });
    expect(made).not.toContain(other.mchOrderNo);
  });

  it.each(['failed', 'expired'] as const)('let go of their checkout key once %s', async (state) => {
    const order = await shop.orders.create(sampleOrder());
    const { customerId, checkoutKey = '' } = order;
    await shop.orders.close(order.mchOrderNo, state, 'query');
    expect(await shop.orders.findByCheckoutKey(customerId, checkoutKey)).toBeUndefined();
    const next = await shop.orders.create(sampleOrder({ customerId, checkoutKey }));
    expect(next.mchOrderNo).not.toBe(order.mchOrderNo);
  });

  it('are found by their customer while they are open', async () => {
    const { customerId } = sampleOrder();
    const [first, second] = [
      await shop.orders.create(sampleOrder({ customerId })),
      await shop.orders.create(sampleOrder({ customerId })),
    ];
    await shop.orders.close(first.mchOrderNo, 'failed', 'query');
    expect((await shop.orders.findOpen(customerId)).map(({ mchOrderNo }) => mchOrderNo)).toEqual([
      second.mchOrderNo,
    ]);
  });

  it('stay paid when somebody closes them', async () => {
    const order = sampleOrder();
    await shop.orders.create(order);
    await shop.orders.recordPayment(samplePayment(order));
    expect((await shop.orders.close(order.mchOrderNo, 'expired', 'query')).state).toBe('paid');
  });

  it.each([
    ['no amount', { amount: 0 }],
    ['half a cent', { amount: 0.5 }],
    ['dollars of another country', { currency: 'USD' as 'CAD' }],
    ['a number that the gateway would not take', { mchOrderNo: 'x'.repeat(31) }],
  ])('are refused by the database with %s', async (_, changes) => {
    await expect(shop.orders.create(sampleOrder(changes))).rejects.toThrow();
  });
});

describe(`saved cards on ${server}`, () => {
  it('are each their own customer’s, in the order in which they were saved', async () => {
    const cards = createSavedCardsInPostgres(shop.database);
    await cards.remember('ann', 'CARD-2');
    await cards.remember('ann', 'CARD-1');
    await cards.remember('bob', 'CARD-3');
    expect(await cards.of('ann')).toEqual(['CARD-2', 'CARD-1']);
    expect(await cards.of('eve')).toEqual([]);
    await expect(cards.remember('eve', 'CARD-1')).rejects.toThrow();
  });
});
