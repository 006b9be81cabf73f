import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import type { SqlPool, SqlTransactor } from 'react-iotpay/orders';

// Next builds pages, route handlers and instrumentation separately, and builds them again in development, so each has
// its own copy of this module. The database is kept on globalThis, so that all copies see the same orders.
const place = globalThis as typeof globalThis & { shopPool?: Pool; shopPglite?: PGlite };

function openPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString });
  // The pool replaces a connection that breaks while it is idle. Without a listener, this event would end the process.
  pool.on('error', (error) => console.error('The database closed a connection:', error));
  return pool;
}

function openDatabase(): SqlPool | SqlTransactor {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return (place.shopPool ??= openPool(DATABASE_URL));
  // PGlite starts with the first statement, because `next build` loads this module too and needs no database.
  const pglite = () => (place.shopPglite ??= new PGlite());
  return {
    query: (text, values) => pglite().query(text, values),
    transaction: (work) => pglite().transaction(work),
  };
}

/** Postgres if `DATABASE_URL` names one; otherwise PGlite, a Postgres in this process that forgets everything when the process ends. */
export const database = openDatabase();
