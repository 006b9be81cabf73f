import { ensurePostgres } from '../../scripts/findPostgres';
import { startPostgres } from '../../scripts/startPostgres';
import { createFreshDatabase, type FreshDatabase } from '../examples/freshDatabase';

/** An empty database of a real Postgres: of the server that `DATABASE_URL` names, or else of one that is started for it. */
export async function openPostgres(): Promise<FreshDatabase> {
  if (process.env.DATABASE_URL) return createFreshDatabase();
  const { url, stop } = await startPostgres(await ensurePostgres());
  return { url, drop: stop };
}
