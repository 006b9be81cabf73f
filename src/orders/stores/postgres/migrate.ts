import { type Migration, migrationsOf, preambleOf, quotedSchema } from './schema';
import type { SqlDatabase } from './sqlDatabase';

/** An arbitrary number. Nothing else in the database may lock the same one. */
const lock = 1_074_203_378;

/**
 * Brings the schema to its newest version. Two processes that start at the same moment do it one after the other,
 * because `IF NOT EXISTS` alone looks first and creates later.
 */
export async function migrate(
  database: SqlDatabase,
  schema: string,
  steps: readonly Migration[] = migrationsOf(schema),
): Promise<void> {
  const s = quotedSchema(schema);
  await database.transaction(async (sql) => {
    // A process that has waited for the lock must see the other process's changes, whatever isolation the database has
    // by default.
    await sql.query('SET TRANSACTION ISOLATION LEVEL READ COMMITTED');
    await sql.query('SELECT pg_advisory_xact_lock($1::int)', [lock]);
    // Look first, because a shop that migrates by itself may not give this user the right to create.
    const { rows: found } = await sql.query('SELECT to_regclass($1::text) IS NOT NULL AS there', [
      `${s}.migrations`,
    ]);
    if (!found[0]?.there) for (const statement of preambleOf(schema)) await sql.query(statement);
    const { rows } = await sql.query(`SELECT max(version) AS version FROM ${s}.migrations`);
    const current = Number(rows[0]?.version ?? 0);
    for (const { version, statements } of steps) {
      if (version <= current) continue;
      for (const statement of statements) await sql.query(statement);
      await sql.query(`INSERT INTO ${s}.migrations (version) VALUES ($1::int)`, [version]);
    }
  });
}
