import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../../examples/checkout/server/database/database';
import { openDatabase } from '../../examples/checkout/server/database/openDatabase';
import type { Orders } from '../../examples/checkout/server/orders';
import { createOrdersInPostgres } from '../../examples/checkout/server/ordersInPostgres';
import { createFreshDatabase, type FreshDatabase } from './freshDatabase';

/** The shop's tables and its orders, for one file of tests. */
export interface ShopDatabase {
  readonly database: Database;
  readonly orders: Orders;
}

export function shopDatabaseForFile(): ShopDatabase {
  let fresh: FreshDatabase;
  let database: Database;

  beforeAll(async () => {
    fresh = await createFreshDatabase();
    database = await openDatabase({ url: fresh.url, log: () => undefined });
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  return {
    get database() {
      return database;
    },
    get orders() {
      return createOrdersInPostgres(database);
    },
  };
}
