import { createSchema } from './createSchema';
import type { Database } from './database';
import { openEmbeddedDatabase } from './embeddedDatabase';
import { openPooledDatabase } from './pooledDatabase';

export interface DatabaseOptions {
  /** `postgres://user:password@host/name`, usually from `DATABASE_URL`. Without one, an embedded Postgres in memory. */
  url?: string | undefined;
  /** Gets the connections that broke. */
  log: (problem: unknown) => void;
}

/** Opens the shop's database and makes sure that its tables are there. */
export async function openDatabase({ url, log }: DatabaseOptions): Promise<Database> {
  const database = url ? openPooledDatabase(url, log) : await openEmbeddedDatabase();
  try {
    await createSchema(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
