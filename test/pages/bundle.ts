import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import type * as onServer from './shopOnServer';

export type ReactVersion = 18 | 19;

export const reactVersions: readonly ReactVersion[] = [18, 19];

const folder = resolve('.test-results/pages');

export const browserBundle = (version: ReactVersion) => `${folder}/shop-${version}.js`;

const serverBundle = (version: ReactVersion) => `${folder}/server-${version}.cjs`;

/** The shop with one version of React in it: its development build, which warns. */
function bundle(version: ReactVersion, options: BuildOptions): Promise<unknown> {
  const older = resolve('test/react18/node_modules');
  return build({
    bundle: true,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"development"' },
    alias: version === 18 ? { react: `${older}/react`, 'react-dom': `${older}/react-dom` } : {},
    logLevel: 'error',
    ...options,
  });
}

/** Bundles the shop for the browser and for the server, for each version of React. */
export async function bundleShop(): Promise<void> {
  await Promise.all(
    reactVersions.flatMap((version) => [
      bundle(version, {
        entryPoints: ['test/pages/shopInBrowser.tsx'],
        outfile: browserBundle(version),
        format: 'iife',
      }),
      bundle(version, {
        entryPoints: ['test/pages/shopOnServer.tsx'],
        outfile: serverBundle(version),
        format: 'cjs',
        platform: 'node',
      }),
    ]),
  );
}

/** The shop's server side, with its own React in it. */
export function loadServerSide(version: ReactVersion): typeof onServer {
  return createRequire(import.meta.url)(serverBundle(version)) as typeof onServer;
}
