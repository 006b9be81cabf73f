import type { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { postgresStore, schemaSql } from 'react-iotpay/orders';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../src/orders/stores/postgres/migrate';
import { migrationsOf } from '../../../src/orders/stores/postgres/schema';
import { sqlDatabaseOf } from '../../../src/orders/stores/postgres/sqlDatabase';
import { createFreshDatabase, server } from '../../examples/freshDatabase';
import { freshSchema, sharedPglite } from '../embedded/pglite';
import { openShop } from '../shop';

let pglite: PGlite;
beforeEach(async () => {
  pglite = await sharedPglite();
});

const versions = async (schema: string) =>
  (
    await pglite.query<{ version: number }>(`SELECT version FROM ${schema}.migrations ORDER BY version`)
  ).rows.map(({ version }) => version);

/** A version that does not exist yet, as the next one will be. */
const nextOf = (schema: string) => {
  const steps = migrationsOf(schema);
  const version = (steps.at(-1)?.version ?? 0) + 1;
  const statements = [
    `ALTER TABLE ${schema}.orders ADD COLUMN note text`,
    `UPDATE ${schema}.orders SET note = 'was here before'`,
  ];
  return { version, steps: [...steps, { version, statements }] };
};

it('takes a database of any older version to the newest, with its orders, however many processes do it at once', async () => {
  const schema = freshSchema();
  const store = postgresStore(pglite, { schema });
  await store.migrate();
  const shop = openShop({ store });
  const { order } = await shop.orders.checkout({ key: 'k', amount: 2434 });
  const old = await versions(schema);

  const next = nextOf(schema);
  const database = sqlDatabaseOf(pglite);
  await Promise.all([1, 2, 3].map(() => migrate(database, schema, next.steps)));
  expect(await versions(schema)).toEqual([...old, next.version]);
  const { rows } = await pglite.query(`SELECT note FROM ${schema}.orders`);
  expect(rows).toEqual([{ note: 'was here before' }]);

  // A process of the older version that is still running goes on with its work, and takes nothing back.
  await store.migrate();
  expect(await versions(schema)).toEqual([...old, next.version]);
  shop.gateway.pay(order.mchOrderNo, 'paid');
  expect(await shop.deliver()).toEqual([200]);
  expect(await shop.orders.find(order.mchOrderNo)).toMatchObject({ state: 'paid' });
  expect(await shop.orders.checkout({ key: 'k2', amount: 1 })).toHaveProperty('secureId');
});

it('leaves a database as it was when a step fails', async () => {
  const schema = freshSchema();
  const database = sqlDatabaseOf(pglite);
  const next = nextOf(schema);
  const broken = [
    ...next.steps,
    { version: next.version + 1, statements: ['ALTER TABLE nowhere ADD x int'] },
  ];
  await expect(migrate(database, schema, broken)).rejects.toThrow('nowhere');
  const { rows } = await pglite.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]);
  expect(rows).toEqual([]);
});

it('prints what a shop’s own migrations need, which migrate() then finds done', async () => {
  const schema = freshSchema();
  await pglite.exec(schemaSql(schema));
  const printed = await versions(schema);
  await postgresStore(pglite, { schema }).migrate();
  expect(await versions(schema)).toEqual(printed);
  const newest = printed.at(-1) ?? 0;
  expect(schemaSql(schema, newest)).not.toContain('CREATE TABLE ${schema}.orders');
  await pglite.exec(schemaSql(schema, newest));
  expect(await versions(schema)).toEqual(printed);
});

it(`works where the shop’s database isolates strictly, on ${server}`, async () => {
  const fresh = await createFreshDatabase();
  const options = '-c default_transaction_isolation=serializable';
  const pools = [1, 2, 3].map(() => new Pool({ connectionString: fresh.url, max: 3, options }));
  onTestFinished(async () => {
    for (const pool of pools) await pool.end();
    await fresh.drop();
  });
  // Dropping the database may meet connections that are still being closed.
  for (const pool of pools) pool.on('error', () => undefined);
  const stores = pools.map((pool) => postgresStore(pool));
  await Promise.all(stores.map((store) => store.migrate()));
  const shop = openShop({
    onPaid: (_, sql) => sql.query('SELECT count(*) FROM iotpay.orders'),
  });
  const others = stores.map((store) => shop.another({ store }));
  const opened = await Promise.all(others.map((orders) => orders.checkout({ key: 'k', amount: 2434 })));
  expect(new Set(opened.map(({ order }) => order.mchOrderNo)).size).toBe(1);
  shop.gateway.pay(opened[0]?.order.mchOrderNo ?? '', 'paid');
  const confirmed = await Promise.all(
    others.map((orders) => orders.confirm(opened[0]?.order.mchOrderNo ?? '')),
  );
  expect(confirmed.map(({ state }) => state)).toEqual(['paid', 'paid', 'paid']);
});
