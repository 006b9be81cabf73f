import { postgresStore } from 'react-iotpay/orders';
import { expect, it } from 'vitest';
import { freshSchema, sharedPglite } from '../embedded/pglite';
import { openShop } from '../shop';

/** The statements that are sent to the database, with `BEGIN` and `COMMIT`, as a pool would send them. */
let statements = 0;
async function openCountedShop() {
  const pglite = await sharedPglite();
  const query = async (text: string, values?: unknown[]) => {
    statements += 1;
    return pglite.query<Record<string, unknown>>(text, values);
  };
  const store = postgresStore(
    { query, connect: () => Promise.resolve({ query, release: () => undefined }) },
    { schema: freshSchema() },
  );
  await store.migrate();
  return openShop({ store });
}

const sale = { key: 'k', amount: 2434 };

async function count(work: () => Promise<unknown>): Promise<number> {
  statements = 0;
  await work();
  return statements;
}

it('opens an order with at most three statements, and gives it back with as many', async () => {
  const { orders } = await openCountedShop();
  expect(await count(() => orders.checkout(sale))).toBeLessThanOrEqual(3);
  expect(await count(() => orders.checkout(sale))).toBeLessThanOrEqual(3);
});

it('takes a notification with at most four statements, and with one if it is known', async () => {
  const { orders, gateway, deliver } = await openCountedShop();
  const { order } = await orders.checkout(sale);
  gateway.pay(order.mchOrderNo, 'paid');
  const [body = ''] = gateway.notifications;
  expect(await count(deliver)).toBeLessThanOrEqual(4);
  gateway.notifications.push(body);
  expect(await count(deliver)).toBe(1);
});

it('settles an order with at most four statements, its claim among them', async () => {
  const { orders, gateway } = await openCountedShop();
  const { order } = await orders.checkout(sale);
  gateway.pay(order.mchOrderNo, 'paid');
  gateway.advance(60_000);
  expect(await count(() => orders.settleDue())).toBeLessThanOrEqual(4);
});
