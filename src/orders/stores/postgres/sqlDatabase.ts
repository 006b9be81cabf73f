import { IotPayOrdersError } from '../../errors';
import type { Sql } from '../store';

/** The part of a database that the store uses: statements, and transactions that a function runs in. */
export interface SqlDatabase extends Sql {
  transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result>;
}

/** A connection of a pool. `release(true)` throws it away. */
export interface PooledClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  release(broken?: boolean): unknown;
  on?(event: 'error', listener: (error: Error) => void): unknown;
  off?(event: 'error', listener: (error: Error) => void): unknown;
}

/** The Pool of `pg`, and pools with the same methods: those of Neon, Vercel Postgres and Aurora. */
export interface SqlPool {
  connect(): Promise<PooledClient>;
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** PGlite, and any driver with parametrised queries and interactive transactions. */
export interface SqlTransactor {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  transaction<Result>(
    work: (transaction: {
      query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
    }) => Promise<Result>,
  ): Promise<Result | undefined>;
}

/** @throws IotPayOrdersError `invalid_config` for anything else */
export function sqlDatabaseOf(driver: SqlPool | SqlTransactor): SqlDatabase {
  // Neon's HTTP client is a function with a `transaction` method too, but it takes a whole transaction at once.
  if (typeof driver === 'object') {
    if ('transaction' in driver && typeof driver.transaction === 'function') return transacting(driver);
    if ('connect' in driver && typeof driver.connect === 'function') return pooled(driver);
  }
  throw new IotPayOrdersError(
    'invalid_config',
    'postgresStore takes a Pool of pg or of @neondatabase/serverless, or an object with query() and transaction() such as PGlite.',
  );
}

function transacting(driver: SqlTransactor): SqlDatabase {
  return {
    query: driver.query.bind(driver) as Sql['query'],
    async transaction<Result>(work: (sql: Sql) => Promise<Result>) {
      return (await driver.transaction(async (transaction) => {
        const result = await work(transaction as Sql);
        // Throws if an earlier statement has failed and its error was swallowed, because COMMIT would then undo
        // everything silently.
        await transaction.query('SELECT 1');
        return result;
      })) as Result;
    },
  };
}

/**
 * When a statement has failed and its error was swallowed, Postgres answers COMMIT with a rollback, and not with an
 * error.
 *
 * @throws Error if nothing was saved
 */
function checkCommit(answer: object): void {
  const { command } = answer as { command?: unknown };
  if (command === undefined || command === 'COMMIT') return;
  throw new Error(
    'The transaction was undone, because one of its statements had failed: a handler must throw what its SQL throws.',
  );
}

/**
 * The pool listens for broken connections only while they are idle. Without this listener, the event would end the
 * process.
 */
const ignore = () => undefined;

function pooled(pool: SqlPool): SqlDatabase {
  return {
    query: pool.query.bind(pool) as Sql['query'],
    async transaction(work) {
      const client = await pool.connect();
      client.on?.('error', ignore);
      let broken = false;
      try {
        await client.query('BEGIN');
        const result = await work(client as Sql);
        checkCommit(await client.query('COMMIT'));
        return result;
      } catch (error) {
        // The first error is the one to report. If the rollback fails too, the connection is unusable.
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
        throw error;
      } finally {
        client.off?.('error', ignore);
        client.release(broken);
      }
    },
  };
}
