import { Pool, type ClientBase } from 'pg';
import type { Database, Queries } from './database';

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

function queriesOf(postgres: Pick<ClientBase, 'query'>): Queries {
  return {
    async query(sql, values = []) {
      const { rows } = await postgres.query<Record<string, unknown>>(sql, [...values]);
      return rows;
    },
    async script(sql) {
      await postgres.query(sql);
    },
  };
}

/**
 * A Postgres server, by its URL. TLS is what the URL's `sslmode` says, and what the URL leaves out is taken from `PGUSER`,
 * `PGPASSWORD` and the like, as everywhere in the world of Postgres.
 *
 * @param log gets the connections that broke; the next statement opens a new one
 */
export function openPooledDatabase(url: string, log: (problem: unknown) => void): Database {
  const pool = new Pool({
    ...limits,
    connectionString: url,
    max: 10,
    keepAlive: true,
    application_name: 'fogline-checkout',
  });
  // Without a listener, an idle connection that the server closes would end the process.
  pool.on('error', log);

  return {
    ...queriesOf(pool),
    async transaction(work) {
      const client = await pool.connect();
      // The pool listens only while a connection is idle.
      client.on('error', log);
      let broken = false;
      try {
        await client.query('BEGIN');
        const result = await work(queriesOf(client));
        await client.query('COMMIT');
        return result;
      } catch (error) {
        // The first error is the one to tell of. Without a rollback the connection is of no more use.
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        );
        throw error;
      } finally {
        client.off('error', log);
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
