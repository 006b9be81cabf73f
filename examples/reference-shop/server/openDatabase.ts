import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import type { Sql, SqlPool, SqlTransactor } from 'react-iotpay/orders';

/** The shop's Postgres: its own tables are here, and the library keeps its orders beside them. */
export interface Database extends Sql {
  /** For `postgresStore`. */
  readonly driver: SqlPool | SqlTransactor;
  close(): Promise<void>;
}

// One statement, and so one transaction. Two processes that start at the same moment do it one after the other: `IF NOT EXISTS` alone
// looks first and creates later. A shop that lives on has migrations instead.
const tables = `DO $$ BEGIN
  PERFORM pg_advisory_xact_lock(1074203377);

  CREATE TABLE IF NOT EXISTS bags (
    id       uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    customer text NOT NULL,
    items    jsonb NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    -- The order number that has paid it.
    paid_by  text UNIQUE,
    -- Whether the customer has been shown that it is paid.
    seen     boolean NOT NULL DEFAULT false
  );
  CREATE UNIQUE INDEX IF NOT EXISTS bags_one_unpaid ON bags (customer) WHERE paid_by IS NULL;

  CREATE TABLE IF NOT EXISTS parcels (
    mch_order_no text PRIMARY KEY,
    lines        jsonb NOT NULL,
    -- 'look first': it was paid after the order had been given up. The staff decide whether it still goes out.
    state        text NOT NULL CHECK (state IN ('to send', 'look first', 'stopped'))
  );
END $$`;

/**
 * A gateway waits for its answer and a customer for theirs: an error after some seconds, which both repeat, is better
 * than a queue that grows. In milliseconds.
 */
const limits = {
  connectionTimeoutMillis: 5000,
  statement_timeout: 10_000,
  // A little later than the server's own limit: this one is for a server that says nothing any more.
  query_timeout: 12_000,
  lock_timeout: 5000,
  // Were this process to hang in the middle of a transaction, its locks would be let go.
  idle_in_transaction_session_timeout: 10_000,
  idleTimeoutMillis: 30_000,
};

/** TLS is what the URL's `sslmode` says, and what the URL leaves out is taken from `PGUSER`, `PGPASSWORD` and the like. */
function openPool(url: string, log: (problem: unknown) => void): Database {
  const pool = new Pool({ ...limits, connectionString: url, max: 10, application_name: 'fogline-shop' });
  // Without a listener, an idle connection that the server closes would end the process.
  pool.on('error', log);
  return { driver: pool, query: (text, values) => pool.query(text, values), close: () => pool.end() };
}

/** A Postgres inside this process, with nothing to install. It forgets everything when the process ends. */
async function openEmbedded(): Promise<Database> {
  const pglite = await PGlite.create('memory://');
  return { driver: pglite, query: (text, values) => pglite.query(text, values), close: () => pglite.close() };
}

/**
 * Opens the shop's database and makes the shop's own tables. Those of the orders are the library's to make.
 *
 * @param url `postgres://user:password@host/name`, usually from `DATABASE_URL`. Without one, an embedded Postgres in memory
 * @param log gets the connections that broke
 */
export async function openDatabase(
  url: string | undefined,
  log: (problem: unknown) => void,
): Promise<Database> {
  const database = url ? openPool(url, log) : await openEmbedded();
  try {
    await database.query(tables);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
