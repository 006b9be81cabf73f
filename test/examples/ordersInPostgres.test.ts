import { describe, expect, it } from 'vitest';
import type { NewOrder } from '../../examples/checkout/server/orders';
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
    expect(stored).toEqual({
      ...order,
      state: 'open',
      createdAt: expect.any(Number) as number,
      formIsFresh: true,
      hasBegun: false,
    });
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

  it.each(['failed', 'expired'] as const)(
    'make room for another one in their checkout once %s',
    async (state) => {
      const order = await shop.orders.create(sampleOrder());
      const { mchOrderNo, customerId, checkoutKey } = order;
      if (state === 'expired') await shop.letPass(90);
      await shop.orders.noteUnpaid(mchOrderNo, state === 'failed' ? 'failed' : 'pending', 'query');
      const next = await shop.orders.create(sampleOrder({ customerId, checkoutKey }));
      expect(next.mchOrderNo).not.toBe(mchOrderNo);
      expect((await shop.orders.ofCheckout(customerId, checkoutKey)).map((one) => one.state)).toEqual([
        state,
        'open',
      ]);
    },
  );

  it('have a form that is fresh for 55 minutes, and stay open when a newer one takes its place', async () => {
    const old = await shop.orders.create(sampleOrder());
    const { customerId, checkoutKey } = old;
    await shop.letPass(54);
    const same = await shop.orders.create(sampleOrder({ customerId, checkoutKey }));
    expect(same).toMatchObject({ mchOrderNo: old.mchOrderNo, formIsFresh: true });
    await shop.letPass(1);
    const newer = await Promise.all(
      Array.from({ length: 5 }, () => shop.orders.create(sampleOrder({ customerId, checkoutKey }))),
    );
    expect(new Set(newer.map(({ mchOrderNo }) => mchOrderNo)).size).toBe(1);
    expect(newer[0]?.mchOrderNo).not.toBe(old.mchOrderNo);
    expect(await shop.orders.find(old.mchOrderNo)).toMatchObject({ state: 'open', formIsFresh: false });
  });

  it.each([
    ['is paid', (order: NewOrder) => shop.orders.recordPayment(samplePayment(order))],
    ['is being paid', ({ mchOrderNo }: NewOrder) => shop.orders.noteBegun(mchOrderNo)],
    ['may be paid', ({ mchOrderNo }: NewOrder) => shop.orders.noteUnpaid(mchOrderNo, 'unknown', 'query')],
  ])('are not stored, in whatever way they would be paid, when their checkout %s', async (_, happens) => {
    const first = sampleOrder();
    const { customerId, checkoutKey } = first;
    await shop.orders.create(first);
    await happens(first);
    await shop.letPass(60);
    for (const changes of [{}, { channel: 'UPI_EX' }, { session: { cardId: 'CARD-1' } }] as const) {
      const order = sampleOrder({ customerId, checkoutKey, ...changes });
      expect((await shop.orders.create(order)).mchOrderNo).toBe(first.mchOrderNo);
    }
  });

  it('are found by their customer while they are open', async () => {
    const { customerId } = sampleOrder();
    const [first, second] = [
      await shop.orders.create(sampleOrder({ customerId })),
      await shop.orders.create(sampleOrder({ customerId })),
    ];
    await shop.orders.noteUnpaid(first.mchOrderNo, 'failed', 'query');
    expect((await shop.orders.findOpen(customerId)).map(({ mchOrderNo }) => mchOrderNo)).toEqual([
      second.mchOrderNo,
    ]);
  });

  it.each(['failed', 'pending', 'unknown', 'missing'] as const)(
    'stay paid when an old answer says that they are %s',
    async (answer) => {
      const order = sampleOrder();
      await shop.orders.create(order);
      await shop.letPass(90);
      const { order: paid } = await shop.orders.recordPayment(samplePayment(order));
      expect(await shop.orders.noteUnpaid(order.mchOrderNo, answer, 'query')).toEqual(paid);
    },
  );

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
