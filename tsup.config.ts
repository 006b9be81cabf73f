import { copyFile, readFile, writeFile } from 'node:fs/promises';
import type { BuildOptions as EsbuildOptions, Plugin as EsbuildPlugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import { browserSourceForEsbuild } from './scripts/browserSource.ts';
import { passOnLicences } from './scripts/passOnLicences.ts';
import { portableFiles } from './scripts/portableFiles.ts';
import { refuseBrowsers } from './scripts/refuseBrowsers.ts';

/** Names stay, for stack traces, but white space does not. */
function squeeze(options: EsbuildOptions): void {
  options.minifyWhitespace = true;
  options.minifySyntax = true;
}

/** People read the ES modules, so the CommonJS copies beside them may be short. */
function squeezeCommonJs(options: EsbuildOptions, { format }: { format: string }): void {
  if (format === 'cjs') squeeze(options);
}

const shared: Options = {
  format: ['esm', 'cjs'],
  dts: true,
  outDir: 'dist',
  target: 'node20',
  platform: 'node',
  splitting: false,
  // The configurations below build into one folder side by side; `npm run build` empties it first.
  clean: false,
  esbuildPlugins: [passOnLicences()],
  esbuildOptions: squeezeCommonJs,
};

// `neutral`: for `browser`, esbuild would decide about NODE_ENV here, which is the shop's bundler's to do.
const browser: Options = {
  ...shared,
  target: 'es2022',
  platform: 'neutral',
  esbuildOptions: () => undefined,
};

/** Tree shaking merges the imports and drops directives, so this one is put in front afterwards. */
async function finishClient(): Promise<void> {
  await copyFile('src/client/checkout/checkout.css', 'dist/checkout.css');
  for (const file of ['dist/index.js', 'dist/index.cjs']) {
    await writeFile(file, `'use client';\n${await readFile(file, 'utf8')}`);
  }
}

/** Only Node runs the sandbox, and it can import a CommonJS module, so the package holds the sandbox once. */
async function importSandbox(): Promise<void> {
  await writeFile('dist/sandbox.js', `export * from './sandbox.cjs';\n`);
}

/** The command finds the sandbox in the file beside it, so that the package holds it once. */
function besideTheCommand(): EsbuildPlugin {
  return {
    name: 'beside-the-command',
    setup(build) {
      build.onResolve({ filter: /\/sandbox\/index$/ }, () => ({ path: './sandbox.js', external: true }));
    },
  };
}

/** The sandbox finds the console's script in a file beside it, which is read only where a sandbox starts. */
function besideTheSandbox(): EsbuildPlugin {
  return {
    name: 'beside-the-sandbox',
    setup(build) {
      build.onResolve({ filter: /\/consoleAssets$/ }, () => ({
        path: './sandbox-console.cjs',
        external: true,
      }));
    },
  };
}

export default defineConfig([
  { ...browser, entry: { index: 'src/index.ts' }, treeshake: true, onSuccess: finishClient },
  {
    ...browser,
    format: ['esm'],
    dts: false,
    entry: { 'react-server': 'src/reactServer.ts' },
    // It is marked as the client's, and stays a file of its own.
    external: ['./index.js'],
  },
  { ...browser, entry: { testing: 'src/testing/index.ts' }, esbuildOptions: squeezeCommonJs },
  { ...shared, entry: { server: 'src/server/index.ts' }, onSuccess: () => refuseBrowsers('server') },
  {
    ...shared,
    entry: { 'testing-server': 'src/testing/server/index.ts' },
    // Found by its own name, so that each runtime gets the build that is meant for it, and a browser none.
    external: ['react-iotpay/server'],
  },
  {
    ...shared,
    // Nothing in it is Node's own, and the entry that it imports is found by its name, as above.
    platform: 'neutral',
    target: 'es2022',
    entry: { orders: 'src/orders/index.ts' },
    external: ['react-iotpay/server'],
    onSuccess: () => refuseBrowsers('orders'),
  },
  {
    ...shared,
    platform: 'neutral',
    target: 'es2022',
    entry: { 'testing-store': 'src/testing/store/index.ts' },
    external: ['react-iotpay/orders'],
  },
  {
    ...shared,
    format: ['esm'],
    dts: false,
    platform: 'neutral',
    target: 'es2022',
    entry: { 'server-portable': 'src/server/index.ts' },
    esbuildPlugins: [passOnLicences(), portableFiles()],
  },
  {
    ...shared,
    format: ['cjs'],
    entry: { sandbox: 'src/sandbox/index.ts', 'sandbox-console': 'src/sandbox/pages/consoleAssets.ts' },
    dts: { entry: { sandbox: 'src/sandbox/index.ts' } },
    esbuildPlugins: [passOnLicences(), besideTheSandbox(), browserSourceForEsbuild()],
    // It carries its dependencies along: nothing else in the package is as large.
    minify: true,
    onSuccess: importSandbox,
  },
  {
    ...shared,
    format: ['esm'],
    dts: false,
    entry: { cli: 'src/cli/cli.ts' },
    // What a command loads when it runs stays out of the file that every command starts with.
    splitting: true,
    esbuildPlugins: [passOnLicences(), besideTheCommand(), browserSourceForEsbuild()],
    esbuildOptions: squeeze,
  },
]);
