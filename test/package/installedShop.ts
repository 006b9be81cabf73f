import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type * as sandbox from '../../src/sandbox/index';
import type * as server from '../../src/server/index';

export const run = promisify(execFile);

export interface InstalledShop {
  /** Its folder. */
  readonly root: string;
  /** The package in its `node_modules`. */
  readonly installed: string;
  remove(): Promise<void>;
}

export interface ShopOptions {
  /** What the shop has installed besides the tarball and React. */
  packages?: string[];
  /** Its React; 19 by default. */
  react?: 18 | 19;
}

/** A shop that has installed the packed tarball, React and the packages that are named, and nothing else. */
export async function installShop({ packages = [], react = 19 }: ShopOptions = {}): Promise<InstalledShop> {
  const shop = await installTarball(await mkdtemp(join(tmpdir(), 'react-iotpay-shop-')));
  const reactFrom = react === 18 ? 'test/react18/node_modules' : 'node_modules';
  for (const name of ['react', 'react-dom', 'scheduler']) await link(resolve(reactFrom, name), name, shop);
  for (const name of packages) await link(resolve('node_modules', name), name, shop);
  return shop;
}

/**
 * A shop inside this checkout, which therefore finds every package where it is installed already, but the library in its tarball.
 * For bundlers that follow no link out of the project.
 */
export async function installShopInCheckout(): Promise<InstalledShop> {
  await mkdir('.test-results', { recursive: true });
  return installTarball(await mkdtemp(resolve('.test-results/shop-')));
}

async function installTarball(root: string): Promise<InstalledShop> {
  const installed = join(root, 'node_modules/react-iotpay');
  await mkdir(installed, { recursive: true });
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', root]);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run('tar', ['-xzf', join(root, filename), '-C', installed, '--strip-components=1']);
  return { root, installed, remove: () => rm(root, { recursive: true, force: true }) };
}

async function link(from: string, name: string, { root }: InstalledShop): Promise<void> {
  const to = join(root, 'node_modules', name);
  await mkdir(dirname(to), { recursive: true });
  await symlink(from, to);
}

interface Entries {
  server: typeof server;
  sandbox: typeof sandbox;
}

/** One of the package's entries for Node, out of the tarball. */
export async function load<Name extends keyof Entries>(
  shop: InstalledShop,
  name: Name,
): Promise<Entries[Name]> {
  return (await import(pathToFileURL(join(shop.installed, `dist/${name}.js`)).href)) as Entries[Name];
}
