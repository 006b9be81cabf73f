import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index';
import { startPgliteServer } from '../../examples/pgliteServer';
import { load, run, type InstalledShop } from '../installedShop';
import { payThrough } from './payThrough';
import { startReactRouter } from './reactRouterShop';
import { installRecipes, startNode, type RecipePlace, type RunningShop } from './recipeShop';
import { startWorker } from './workerShop';

/** An embedded Postgres and a build take seconds on a quiet machine, and this one is not. */
const patience = { timeout: 120_000 };

let shop: InstalledShop;
let sandbox: Sandbox;
let emptyDatabase: string;

beforeAll(async () => {
  shop = await installRecipes();
  sandbox = await (await load(shop, 'sandbox')).startSandbox({ clocks: { bankMs: 0 } });
  emptyDatabase = join(shop.root, 'emptyDatabase');
  // To make a database takes five times as long as to copy one.
  await (await PGlite.create(emptyDatabase)).close();
}, patience.timeout);

afterAll(async () => {
  await sandbox.close();
  await shop.remove();
});

async function payAndClose(server: RunningShop): Promise<void> {
  try {
    await payThrough(server.url, sandbox.url);
  } catch (cause) {
    throw new Error(`The shop wrote:\n${server.log()}`, { cause });
  } finally {
    await server.close();
  }
}

const inNode = (file: string) => (place: RecipePlace) => startNode([file], place.shop.root, place);

it.each<[string, (place: RecipePlace) => Promise<RunningShop>]>([
  ['Express', inNode('express.js')],
  ['Fastify', inNode('fastify.js')],
  ['Hono', inNode('hono.js')],
  ['a Lambda function', inNode('apiGateway.js')],
  ['React Router', startReactRouter],
])('takes a payment in %s and tells the shop of it once', patience, async (name, start) => {
  const databaseFolder = join(shop.root, `database of ${name}`);
  await cp(emptyDatabase, databaseFolder, { recursive: true });
  await payAndClose(await start({ shop, sandbox, databaseFolder }));
  const database = await PGlite.create(databaseFolder);
  expect((await database.query('select * from parcels')).rows).toEqual([{ cart_id: 'cart-7' }]);
  await database.close();
});

it('takes a payment in Cloudflare’s workerd and tells the shop of it once', patience, async () => {
  const postgres = await startPgliteServer();
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query('create table carts (id text primary key, cents int not null)');
  await client.query(`insert into carts values ('cart-7', 2434)`);
  await client.query('create table parcels (cart_id text not null references carts)');
  const { stdout } = await run(process.execPath, [join(shop.installed, 'dist/cli.js'), 'schema']);
  await client.query(stdout);
  await payAndClose(await startWorker({ shop, sandbox }, postgres.url));
  expect((await client.query('select * from parcels')).rows).toEqual([{ cart_id: 'cart-7' }]);
  await client.end();
  await postgres.close();
});
