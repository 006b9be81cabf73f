import { PGlite } from '@electric-sql/pglite';
import { readTemplate } from './template';

const page = globalThis as { ordersPglite?: Promise<PGlite> };

/** A new embedded Postgres. */
export async function openPglite(): Promise<PGlite> {
  return PGlite.create({ loadDataDir: await readTemplate() });
}

/** The embedded Postgres that all tests of this worker share: each has a schema of its own there. It ends with the worker. */
export function sharedPglite(): Promise<PGlite> {
  page.ordersPglite ??= openPglite();
  return page.ordersPglite;
}

let last = 0;

/** A schema that no other test uses. */
export const freshSchema = () => `shop_${process.pid}_${(last += 1)}`;
