import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodeResolve from '@rollup/plugin-node-resolve';
import { build as buildWithEsbuild } from 'esbuild';
import { rollup } from 'rollup';
import { build as buildWithVite, createServer, type InlineConfig, type Plugin } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import webpack, { type Stats } from 'webpack';
import { installShop, run, type InstalledShop } from './installedShop';
import { freePort } from '../../scripts/freePort';

let shop: InstalledShop;

beforeAll(async () => {
  // As on a shop's own machine; under another NODE_ENV some bundlers build for development.
  vi.stubEnv('NODE_ENV', 'production');
  shop = await installShop();
  await writeFile(join(shop.root, 'package.json'), '{}');
}, 60_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  await shop.remove();
});

interface Build {
  readonly root: string;
  readonly entry: string;
  /** Whether it is for a browser, as opposed to Node. */
  readonly isBrowser: boolean;
  /** The folder for `out.mjs`. */
  readonly outDir: string;
}

/** Each stops with an error where it can't build. */
const bundlers: readonly (readonly [string, (build: Build) => Promise<unknown>])[] = [
  [
    'esbuild',
    ({ entry, isBrowser, outDir }) =>
      buildWithEsbuild({
        entryPoints: [entry],
        bundle: true,
        format: 'esm',
        platform: isBrowser ? 'browser' : 'node',
        outfile: join(outDir, 'out.mjs'),
        logLevel: 'silent',
      }),
  ],
  [
    'Vite',
    ({ root, entry, isBrowser, outDir }) =>
      buildWithVite({
        root,
        configFile: false,
        logLevel: 'silent',
        ssr: { noExternal: true },
        build: {
          outDir,
          ssr: !isBrowser,
          rolldownOptions: { input: entry, output: { entryFileNames: 'out.mjs' } },
        },
      }),
  ],
  [
    'webpack',
    async ({ root, entry, isBrowser, outDir }) => {
      const stats = await new Promise<Stats | undefined>((done, failed) =>
        webpack(
          {
            mode: 'production',
            context: root,
            entry,
            target: isBrowser ? 'web' : 'node',
            output: { path: outDir, filename: 'out.mjs', module: !isBrowser },
            experiments: { outputModule: !isBrowser },
            performance: false,
          },
          (error, result) => (error ? failed(error) : done(result)),
        ),
      );
      if (stats?.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
    },
  ],
  [
    'Rollup',
    async ({ entry, isBrowser, outDir }) => {
      const plugins = [nodeResolve({ browser: isBrowser, preferBuiltins: !isBrowser })];
      const bundle = await rollup({ input: entry, plugins, logLevel: 'silent' });
      await bundle.write({ file: join(outDir, 'out.mjs'), format: 'esm' });
    },
  ],
];

/** Each entry that must not reach a browser, with a use of one export, and what that prints in Node. */
const serverEntries = [
  { entry: 'server', name: 'sign', use: `sign({ a: 1 }, 'k')`, prints: /^[0-9A-F]{32}\n$/ },
  { entry: 'orders', name: 'schemaSql', use: `schemaSql()`, prints: /^CREATE SCHEMA/m },
] as const;

type ServerEntry = (typeof serverEntries)[number];

const imports = [
  [
    'a named import',
    ({ entry, name, use }: ServerEntry) =>
      `import { ${name} } from 'react-iotpay/${entry}'; console.log(${use});`,
  ],
  [
    'a namespace',
    ({ entry, use }: ServerEntry) => `import * as all from 'react-iotpay/${entry}'; console.log(all.${use});`,
  ],
  [
    'a dynamic import',
    ({ entry, use }: ServerEntry) =>
      `import('react-iotpay/${entry}').then((all) => console.log(all.${use}));`,
  ],
] as const;

describe.each(bundlers)('%s', (_, build) => {
  async function built(code: string, isBrowser: boolean): Promise<string> {
    const { root } = shop;
    const outDir = join(root, 'out');
    await mkdir(outDir, { recursive: true });
    const entry = join(root, 'entry.js');
    await writeFile(entry, code);
    await build({ root, entry, isBrowser, outDir });
    return join(outDir, 'out.mjs');
  }

  describe.each(serverEntries)('with react-iotpay/$entry', (entry) => {
    it.each(imports)('fails to build a page that has it by %s, and says why', async (__, importing) => {
      await expect(built(importing(entry), true)).rejects.toThrow(
        `react-iotpay ${entry.entry} holds the merchant key, which must never reach a browser - import it in server code only`,
      );
    });

    it('builds the same import for a server, where it works', async () => {
      const file = await built(imports[0][1](entry), false);
      expect((await run(process.execPath, [file])).stdout).toMatch(entry.prints);
    });
  });
});

describe("Vite's development server", () => {
  /** What frameworks do: the browser gets a route without the half that is for the server. */
  const withoutServerHalf: Plugin = {
    name: 'without-server-half',
    enforce: 'pre',
    transform: (code, id) =>
      id.endsWith('/route.js') ? code.replaceAll(/^.*\/\/ server$/gm, '') : undefined,
  };

  it('serves a route of which only the half for the server imports react-iotpay/server', async () => {
    vi.stubEnv('NODE_ENV', 'development');
    const { root } = shop;
    const port = await freePort();
    const config: InlineConfig = {
      root,
      configFile: false,
      logLevel: 'silent',
      plugins: [withoutServerHalf],
      server: { port, host: '127.0.0.1' },
      optimizeDeps: { entries: ['route.js'] },
    };
    await writeFile(
      join(root, 'route.js'),
      `import { sign } from 'react-iotpay/server'; // server\n` +
        `export const loader = () => sign({ a: 1 }, 'k'); // server\n` +
        `import { version } from 'react';\nexport const page = version;\n`,
    );
    const server = await createServer(config);
    try {
      await server.listen();
      const route = await (await fetch(`http://127.0.0.1:${port}/route.js`)).text();
      expect(route).not.toContain('react-iotpay');
      const [, react] = /from "([^"]+)"/.exec(route) ?? [];
      expect((await fetch(`http://127.0.0.1:${port}${react ?? ''}`)).status).toBe(200);
    } finally {
      await server.close();
    }
  });

  it.each(serverEntries)(
    'gives a page with react-iotpay/$entry a module that throws and says why',
    async ({ entry }) => {
      const guard = `dist/${entry}-cannot-run-in-the-browser.js`;
      await expect(import(join(shop.installed, guard))).rejects.toThrow(/holds the merchant key/);
      const { exports } = JSON.parse(await readFile(join(shop.installed, 'package.json'), 'utf8')) as {
        exports: Record<string, { browser: Record<string, string> }>;
      };
      expect(exports[`./${entry}`]?.browser.development).toBe(`./${guard}`);
    },
  );
});
