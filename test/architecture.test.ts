import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The folders that each folder of src may import. `.` is the client's entry, `src/index.ts`. */
const arrows: Record<string, readonly string[]> = {
  '.': ['client', 'contract'],
  client: ['contract'],
  contract: [],
  server: ['contract'],
  orders: ['contract'],
  testing: ['contract'],
  'testing/server': ['testing', 'contract'],
  'testing/store': [],
  sandbox: [
    'sandbox/browser',
    'sandbox/browser/console',
    'sandbox/cardRules',
    'sandbox/consoleApi',
    'server',
    'contract',
  ],
  'sandbox/browser': ['sandbox/cardRules', 'sandbox/consoleApi', 'contract'],
  'sandbox/browser/console': ['sandbox/browser', 'sandbox/consoleApi', 'contract'],
  'sandbox/consoleApi': ['contract'],
  'sandbox/cardRules': ['contract'],
  doctor: ['doctor/browser', 'sandbox', 'server', 'contract'],
  'doctor/browser': ['contract'],
  cli: ['doctor', 'sandbox', 'server', 'orders', 'contract'],
};

/** The packages that each folder may import. */
const packages: Record<string, readonly string[]> = {
  '.': [],
  client: ['react', 'react-dom'],
  contract: [],
  server: ['node:crypto', 'node:http', 'valibot', '@noble/hashes'],
  // Node's http is here only for its types, because `imports` below finds those too.
  orders: ['react-iotpay/server', 'node:http'],
  testing: [],
  'testing/server': ['react-iotpay/server'],
  'testing/store': ['react-iotpay/orders'],
  sandbox: ['node:', 'hono', '@hono/node-server', 'valibot'],
  'sandbox/browser': [],
  // It is bundled into one script of the sandbox's own, React included: no other part may know of it.
  'sandbox/browser/console': ['react', 'react-dom', '@tanstack/react-virtual'],
  'sandbox/cardRules': [],
  doctor: ['node:'],
  'doctor/browser': [],
  'sandbox/consoleApi': [],
  cli: ['node:'],
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file));

const folderOf = (path: string) =>
  /^(sandbox\/browser\/console|sandbox\/browser|sandbox\/cardRules|sandbox\/consoleApi|doctor\/browser|testing\/server|testing\/store|\w+)\//.exec(
    path,
  )?.[1] ?? '.';

/** `from '…'`, `import '…'`, and `import('…')`, which also stands in types. */
const importPattern =
  /^(?:import|export)[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

const imports = files.flatMap((file) => {
  const text = readFileSync(join('src', file), 'utf8');
  return [...text.matchAll(importPattern)].map((match) => ({
    file,
    folder: folderOf(file),
    target: match[1] ?? match[2] ?? match[3] ?? '',
  }));
});

describe('the arrows of the architecture', () => {
  it('lets the folders of src import each other only along the arrows of the architecture', () => {
    const astray = imports.filter(({ file, folder, target }) => {
      if (!target.startsWith('.') || target.endsWith('/package.json')) return false;
      const to = folderOf(posix.join(posix.dirname(file), target));
      return to !== folder && !arrows[folder]?.includes(to);
    });
    expect(imports.length).toBeGreaterThan(100);
    expect(astray).toEqual([]);
  });

  it('lets each folder of src import only the packages that it may use', () => {
    const astray = imports.filter(
      ({ folder, target }) =>
        !target.startsWith('.') &&
        !packages[folder]?.some(
          (name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`),
        ),
    );
    expect(astray).toEqual([]);
  });
});

/** Every file that a file imports, types included. */
const imported = new Map(
  files.map((file) => [
    file,
    imports
      .filter((entry) => entry.file === file && entry.target.startsWith('.'))
      .map(({ target }) => posix.join(posix.dirname(file), target).replace(/\.js$/, ''))
      .flatMap(
        (path) =>
          ['.ts', '.tsx', '/index.ts'].map((end) => path + end).find((name) => files.includes(name)) ?? [],
      ),
  ]),
);

/** The first circle of imports that a walk from this file meets. */
function findCircle(
  file: string,
  way: readonly string[] = [],
  safe = new Set<string>(),
): string[] | undefined {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (safe.has(file)) return undefined;
  for (const next of imported.get(file) ?? []) {
    const circle = findCircle(next, [...way, file], safe);
    if (circle) return circle;
  }
  safe.add(file);
  return undefined;
}

it('has no circle of imports in src, types included', () => {
  const safe = new Set<string>();
  expect([...imported.values()].flat().length).toBeGreaterThan(100);
  expect(files.flatMap((file) => findCircle(file, [], safe)?.join(' → ') ?? [])).toEqual([]);
});

it('has at most twelve files in each folder of src, so that a reader finds the way', () => {
  const folders = files.map((file) => posix.dirname(file));
  const crowded = [...new Set(folders)].filter((one) => folders.filter((other) => other === one).length > 12);
  expect(crowded).toEqual([]);
});

it('has at most 180 lines in each file of src', () => {
  const isLong = (file: string) => readFileSync(join('src', file), 'utf8').split('\n').length > 181;
  expect(files.filter(isLong)).toEqual([]);
});

it('names every export in src, and has no default export outside of declarations', () => {
  for (const file of files.filter((name) => !name.endsWith('.d.ts'))) {
    expect(readFileSync(join('src', file), 'utf8'), file).not.toMatch(/^export (\*|default)/m);
  }
});

it('declares nothing global in src, so that a shop can declare window.Iotpay itself', () => {
  for (const file of files)
    expect(readFileSync(join('src', file), 'utf8'), file).not.toMatch(/declare global/);
});
