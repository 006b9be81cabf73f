import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { startPgliteServer } from './pgliteServer';

/** An empty Postgres database of the test's own. */
export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Which Postgres the tests run on: the one that `DATABASE_URL` names, or PGlite behind a socket. */
export const server = process.env.DATABASE_URL ? 'a Postgres server' : 'PGlite behind a socket';

/** On a server it is a database of its own, with a name of its own. */
export async function createFreshDatabase(): Promise<FreshDatabase> {
  const serverUrl = process.env.DATABASE_URL;
  if (!serverUrl) {
    const pglite = await startPgliteServer();
    return { url: pglite.url, drop: () => pglite.close() };
  }
  const name = `react_iotpay_${randomUUID().replaceAll('-', '')}`;
  await administer(serverUrl, `CREATE DATABASE ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}
