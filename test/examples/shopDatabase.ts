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
  /** Lets time pass for all that is stored: every moment in the tables moves so far into the past. */
  letPass(minutes: number): Promise<void>;
  /** Forgets all orders, payments and refunds. */
  empty(): Promise<void>;
}

const moments = {
  orders: ['created_at', 'begun_at', 'missing_since', 'settled_at', 'next_check_at'],
  refunds: ['created_at', 'missing_since', 'settled_at', 'next_check_at'],
};

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
    async letPass(minutes) {
      for (const [table, columns] of Object.entries(moments)) {
        const changes = columns.map((column) => `${column} = ${column} - interval '1 minute' * $1`);
        await database.query(`UPDATE ${table} SET ${changes.join(', ')}`, [minutes]);
      }
    },
    empty: () => database.script('TRUNCATE orders, payments, order_events, refunds'),
  };
}
