import { readFile } from 'node:fs/promises';
import type { Database } from './database';

const schema = new URL('schema.sql', import.meta.url);

/** Any number, as long as nothing else in this database locks the same one. */
const lock = 1_074_203_377;

/**
 * Creates the tables that are not there yet. Two processes that start at the same moment do it one after the other: `IF NOT
 * EXISTS` alone looks first and creates later. A shop that lives on has migrations instead.
 */
export async function createSchema(database: Pick<Database, 'transaction'>): Promise<void> {
  const sql = await readFile(schema, 'utf8');
  await database.transaction(async (queries) => {
    await queries.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    await queries.script(sql);
  });
}
