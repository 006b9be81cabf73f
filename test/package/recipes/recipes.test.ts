import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index';
import { load, type InstalledShop } from '../installedShop';
import { payThrough } from './payThrough';
import { installRecipes, startInNode } from './recipeShop';

let shop: InstalledShop;
let sandbox: Sandbox;

beforeAll(async () => {
  shop = await installRecipes();
  sandbox = await (await load(shop, 'sandbox')).startSandbox({ clocks: { bankMs: 0 } });
}, 60_000);

afterAll(async () => {
  await sandbox.close();
  await shop.remove();
});

/** The shop's own table, once its server has ended. */
async function parcelsIn(folder: string): Promise<unknown[]> {
  const database = new PGlite(folder);
  const { rows } = await database.query('select cart_id from parcels');
  await database.close();
  return rows;
}

describe.each([
  ['Express', 'express.js'],
  ['Fastify', 'fastify.js'],
  ['Hono', 'hono.js'],
  ['a Lambda function', 'apiGateway.js'],
])('the recipe for %s', (name, file) => {
  it('takes a payment, and tells the shop of it once', async () => {
    const folder = join(shop.root, `data-${file}`);
    const server = await startInNode(shop, file, sandbox, folder);
    try {
      await payThrough(server.url, sandbox.url);
    } finally {
      await server.close();
    }
    expect(await parcelsIn(folder)).toEqual([{ cart_id: 'cart-7' }]);
  });
});
