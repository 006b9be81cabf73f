import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const run = promisify(execFile);

export interface InstalledShop {
  /** Its folder. */
  readonly root: string;
  /** The package in its `node_modules`. */
  readonly installed: string;
  remove(): Promise<void>;
}

/** A shop that has installed the packed tarball, React and the packages that are named, and nothing else. */
export async function installShop(...packages: string[]): Promise<InstalledShop> {
  const root = await mkdtemp(join(tmpdir(), 'react-iotpay-shop-'));
  const modules = join(root, 'node_modules');
  const installed = join(modules, 'react-iotpay');
  await mkdir(installed, { recursive: true });
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', root]);
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run('tar', ['-xzf', join(root, filename), '-C', installed, '--strip-components=1']);
  for (const name of ['react', 'react-dom', 'scheduler', ...packages]) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(resolve('node_modules', name), join(modules, name));
  }
  return { root, installed, remove: () => rm(root, { recursive: true, force: true }) };
}
