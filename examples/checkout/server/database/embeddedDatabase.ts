import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Database, Queries } from './database';

function queriesOf(postgres: PGlite | Transaction): Queries {
  return {
    async query(sql, values = []) {
      const { rows } = await postgres.query<Record<string, unknown>>(sql, [...values]);
      return rows;
    },
    async script(sql) {
      await postgres.exec(sql);
    },
  };
}

/** A Postgres inside this process, with nothing to install. It forgets everything when the process ends. */
export async function openEmbeddedDatabase(): Promise<Database> {
  const postgres = await PGlite.create('memory://');
  return {
    ...queriesOf(postgres),
    transaction: (work) => postgres.transaction((transaction) => work(queriesOf(transaction))),
    close: () => postgres.close(),
  };
}
