import type { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import {
  memoryStore,
  type OrderStore,
  postgresStore,
  type SqlPool,
  type SqlTransactor,
} from 'react-iotpay/orders';
import { testOrderStore } from 'react-iotpay/testing/store';
import { afterAll, beforeAll, describe, it, vi } from 'vitest';
import { createFreshDatabase, type FreshDatabase, server } from '../../examples/freshDatabase';
import { freshSchema, sharedPglite } from '../embedded/pglite';

/** Gives each case an empty store: of one schema, because making the tables takes longer than a case. */
async function emptied(driver: SqlPool | SqlTransactor, schema: string): Promise<OrderStore> {
  const store = postgresStore(driver, { schema });
  await store.migrate();
  for (const table of ['events', 'refunds', 'payments', 'orders', 'cards', 'secrets'])
    await driver.query(`DELETE FROM ${schema}.${table}`);
  return store;
}

describe('memoryStore', () => {
  testOrderStore(it, () => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    return memoryStore();
  });
});

describe('postgresStore on an embedded Postgres', () => {
  let pglite: PGlite;
  beforeAll(async () => {
    pglite = await sharedPglite();
  });

  describe('with PGlite itself', () => {
    const schema = freshSchema();
    testOrderStore(it, () => emptied(pglite, schema));
  });

  describe('with a driver that has queries and transactions, and nothing else, as serverless ones', () => {
    const query = (to: Pick<PGlite, 'query'>) => async (text: string, values?: unknown[]) =>
      to.query<Record<string, unknown>>(text, values);
    const schema = freshSchema();
    testOrderStore(it, () => {
      const driver: SqlTransactor = {
        query: query(pglite),
        transaction: (work) => pglite.transaction((transaction) => work({ query: query(transaction) })),
      };
      return emptied(driver, schema);
    });
  });
});

describe(`postgresStore with a Pool of pg, on ${server}`, () => {
  let fresh: FreshDatabase;
  let pool: Pool;
  beforeAll(async () => {
    fresh = await createFreshDatabase();
    pool = new Pool({ connectionString: fresh.url, max: 5 });
    // Dropping the database may meet connections that are still being closed.
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await pool.end();
    await fresh.drop();
  });

  const schema = freshSchema();
  testOrderStore(it, () => emptied(pool, schema));
});
