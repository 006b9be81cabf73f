import { Pool } from 'pg';
import type { SqlPool, SqlTransactor } from 'react-iotpay/orders';
import { createFreshDatabase } from '../../examples/freshDatabase';
import { openPglite } from '../embedded/pglite';

/** The database of a model: of the server that `DATABASE_URL` names, or embedded. */
export interface ModelDatabase {
  readonly driver: SqlPool | SqlTransactor;
  close(): Promise<void>;
}

export async function openModelDatabase(): Promise<ModelDatabase> {
  if (!process.env.DATABASE_URL) {
    const pglite = await openPglite();
    return { driver: pglite, close: () => pglite.close() };
  }
  const fresh = await createFreshDatabase();
  const pool = new Pool({ connectionString: fresh.url, max: 8 });
  // Dropping the database may meet connections that are still being closed.
  pool.on('error', () => undefined);
  return {
    driver: pool,
    async close() {
      await pool.end();
      await fresh.drop();
    },
  };
}
