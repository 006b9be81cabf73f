import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const text = readFileSync(join(modules, '@electric-sql/pglite/package.json'), 'utf8');
const { version } = JSON.parse(text) as { version: string };
const file = join(modules, `.cache/react-iotpay/pglite-${version}.tar`);

function read(): Blob | undefined {
  try {
    return new Blob([readFileSync(file)]);
  } catch {
    return undefined;
  }
}

/** An empty cluster to start an embedded Postgres from: making a new one takes seconds each time, a copy takes one. */
export async function readTemplate(): Promise<Blob> {
  const kept = read();
  if (kept) return kept;
  const pglite = await PGlite.create();
  const template = await pglite.dumpDataDir('none');
  await pglite.close();
  mkdirSync(dirname(file), { recursive: true });
  // Another worker may read the file at this moment: it sees all of it or none.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, new Uint8Array(await template.arrayBuffer()));
  renameSync(draft, file);
  return template;
}

/** Vitest's global setup: the template is there before two workers want it at once. */
export async function setup(): Promise<void> {
  await readTemplate();
}
