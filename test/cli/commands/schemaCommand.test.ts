import { PGlite } from '@electric-sql/pglite';
import { postgresStore } from 'react-iotpay/orders';
import { expect, it } from 'vitest';
import { runCommand } from '../runCommand';

it('prints SQL that creates what migrate() creates', { timeout: 60_000 }, async () => {
  const { out, code } = await runCommand(['schema', '--schema', 'shop']);
  expect(code).toBe(0);
  const pglite = await PGlite.create();
  await pglite.exec(out);
  const store = postgresStore(pglite, { schema: 'shop' });
  await store.migrate();
  expect(await store.secret()).toHaveLength(64);
  expect((await pglite.query('SELECT version FROM shop.migrations')).rows).toEqual([{ version: 1 }]);
  await pglite.close();
});

it('prints nothing to do for a database that has the newest version', async () => {
  const { out } = await runCommand(['schema', '--from', '1']);
  expect(out).not.toContain('orders');
});

it('refuses a schema whose name is no plain word, and a version that is no number', async () => {
  for (const args of [
    ['--schema', 'a"; DROP TABLE x'],
    ['--from', 'x'],
  ]) {
    const { code, error } = await runCommand(['schema', ...args]);
    expect(code).toBe(2);
    expect(error).toMatch(/must be a name|number/);
  }
});
