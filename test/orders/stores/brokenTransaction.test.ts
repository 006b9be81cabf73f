import type { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { type OrderStore, postgresStore } from 'react-iotpay/orders';
import { expect, it, onTestFinished } from 'vitest';
import { createFreshDatabase, server } from '../../examples/freshDatabase';
import { freshSchema, sharedPglite } from '../embedded/pglite';
import { openShop } from '../shop';

/** Postgres answers COMMIT with a rollback, and without an error, when a statement has failed before. */
async function swallowAnError(store: OrderStore): Promise<void> {
  await store.migrate();
  const shop = openShop({
    store,
    onPaid: async (_, sql) => {
      await sql.query('INSERT INTO no_such_table VALUES (1)').catch(() => undefined);
    },
  });
  const { order } = await shop.orders.checkout({ key: 'k', amount: 2434 });
  shop.gateway.pay(order.mchOrderNo, 'paid');
  expect(await shop.deliver()).toEqual([500]);
  expect(await shop.orders.find(order.mchOrderNo)).toMatchObject({ state: 'open', payments: [] });
  expect(String(shop.problems[0])).toContain('transaction');
}

it('acknowledges nothing when a handler hides an error of its SQL, on PGlite', async () => {
  const pglite: PGlite = await sharedPglite();
  await swallowAnError(postgresStore(pglite, { schema: freshSchema() }));
});

it(`acknowledges nothing when a handler hides an error of its SQL, with a Pool of pg on ${server}`, async () => {
  const fresh = await createFreshDatabase();
  const pool = new Pool({ connectionString: fresh.url, max: 2 });
  // Dropping the database may meet connections that are still being closed.
  pool.on('error', () => undefined);
  onTestFinished(async () => {
    await pool.end();
    await fresh.drop();
  });
  await swallowAnError(postgresStore(pool));
});
