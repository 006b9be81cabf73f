import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installShop, run } from './installedShop';

let shop: string;
let installed: string;
let remove: () => Promise<void>;

beforeAll(async () => {
  ({ root: shop, installed, remove } = await installShop());
}, 60_000);

afterAll(() => remove());

async function node(file: string, code: string, ...flags: string[]): Promise<string> {
  await writeFile(join(shop, file), code);
  return (await run(process.execPath, [...flags, file], { cwd: shop })).stdout.trim();
}

/** The packages of others that a file of ours needs when it runs. */
async function packagesImportedBy(file: string): Promise<string[]> {
  const code = await readFile(file, 'utf8');
  const names = [
    ...code.matchAll(/^(?:import|export) (?!type )[^;]*?from '((?:@[\w-]+\/)?[\w-]+)(?:\/[^']*)?';$/gm),
  ];
  return names.map((match) => match[1] ?? '').filter((name) => name !== 'react-iotpay');
}

const entries = {
  'react-iotpay': [
    'IotPayCard',
    'IotPayProvider',
    'loadIotPayScript',
    'preloadIotPay',
    'useIotPayCard',
    'useIotPayScript',
    'useSecureId',
  ],
  'react-iotpay/testing/server': ['signedNotification', 'fakeOrder'],
  'react-iotpay/server': [
    'createIotPay',
    'createNotificationHandler',
    'createOrderNo',
    'sign',
    'toCents',
    'verify',
  ],
  'react-iotpay/orders': ['createOrders', 'memoryStore', 'postgresStore', 'schemaSql'],
  'react-iotpay/testing': ['installFakeIotPay'],
  'react-iotpay/testing/store': ['testOrderStore', 'orderStoreCases'],
  'react-iotpay/sandbox': ['startSandbox'],
};

describe.each(Object.entries(entries))('%s', (entry, names) => {
  it('is there for import', async () => {
    const code = `import * as entry from '${entry}'; console.log(JSON.stringify(Object.keys(entry)))`;
    expect(JSON.parse(await node('a.mjs', code))).toEqual(expect.arrayContaining(names));
  });

  it('is there for require', async () => {
    const code = `console.log(JSON.stringify(Object.keys(require('${entry}'))))`;
    expect(JSON.parse(await node('a.cjs', code))).toEqual(expect.arrayContaining(names));
  });
});

describe('the client', () => {
  it.each(['index.js', 'index.cjs'])('begins with "use client" in %s', async (file) => {
    expect(await readFile(join(installed, 'dist', file), 'utf8')).toMatch(/^'use client';\n/);
  });

  it.each(['index.js', 'index.cjs'])('imports nothing but React in %s', async (file) => {
    const code = await readFile(join(installed, 'dist', file), 'utf8');
    const imported = [...code.matchAll(/(?:from |require\()'([^']+)'/g)].map((match) => match[1]);
    expect(new Set(imported)).toEqual(new Set(['react', 'react-dom', 'react/jsx-runtime']));
  });

  it('leaves it to the shop’s bundler which texts an error has', async () => {
    expect(await readFile(join(installed, 'dist/index.js'), 'utf8')).toContain('process.env.NODE_ENV');
  });
});

describe('the server helper', () => {
  const load = (code: string, condition: string) => node('b.mjs', code, `--conditions=${condition}`);

  it('refuses to run under the browser condition, and says why', async () => {
    const code = `await import('react-iotpay/server').catch((error) => console.log(error.message))`;
    expect(await load(code, 'browser')).toMatch(/merchant key/);
  });

  it.each(['workerd', 'worker', 'edge-light', 'deno', 'bun'])(
    'signs under the %s condition, also beside browser',
    async (condition) => {
      const code = `import { sign } from 'react-iotpay/server'; console.log(sign({ amount: 1 }, 'k'))`;
      await writeFile(join(shop, 'b.mjs'), code);
      const flags = [`--conditions=${condition}`, '--conditions=browser', 'b.mjs'];
      expect((await run(process.execPath, flags, { cwd: shop })).stdout).toMatch(/^[0-9A-F]{32}$/m);
    },
  );

  it.each(['server-portable.js', 'orders.js'])('needs no node: module in %s', async (file) => {
    expect(await readFile(join(installed, 'dist', file), 'utf8')).not.toMatch(/from ['"]node:|require\(/);
  });
});

it('brings the iotpay command', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  expect((await run(process.execPath, [join(installed, 'dist/cli.js'), '--version'])).stdout).toContain(
    version,
  );
});

it('holds the build, the documents, the licence and the README, and nothing else', async () => {
  expect((await readdir(installed)).sort()).toEqual([
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'dist',
    'docs',
    'package.json',
  ]);
  expect((await readdir(join(installed, 'docs'))).sort()).toEqual((await readdir('docs')).sort());
  const dist = await readdir(join(installed, 'dist'));
  expect(dist).toContain('THIRD-PARTY-NOTICES.txt');
  expect(dist.filter((file) => !/\.(js|cjs|d\.ts|d\.cts|txt)$/.test(file))).toEqual(['checkout.css']);
});

it('carries the licence of each library that our code imports and the build bundles', async () => {
  const { peerDependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    peerDependencies: Record<string, string>;
  };
  const notices = await readFile(join(installed, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  const named = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+$/gm)].map((match) => match[1]);

  const sources = (await readdir('src', { recursive: true })).filter((file) => /\.tsx?$/.test(file));
  const bundled = new Set<string>();
  for (const file of sources) {
    // Only the console carries React along. Everything else takes the shop's own.
    const left = file.startsWith('sandbox/browser/console/') ? [] : Object.keys(peerDependencies);
    for (const name of await packagesImportedBy(join('src', file)))
      if (!left.includes(name)) bundled.add(name);
  }

  expect(bundled).toContain('hono');
  expect(named).toEqual(expect.arrayContaining([...bundled]));
});

it('takes less than 1.5 MB in a shop’s node_modules', async () => {
  const files = await readdir(installed, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files
      .filter((file) => file.isFile())
      .map(async (file) => (await stat(join(file.parentPath, file.name))).size),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
});
