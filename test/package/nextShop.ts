import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';
import { installShopInCheckout, run, type InstalledShop } from './installedShop';

const next = resolve('node_modules/next/dist/bin/next');

/** As a shop's own machine: without what Vitest and these tests' own settings have put there, and without a word to Next's makers. */
export function nextEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const env = {
    ...process.env,
    DATABASE_URL: undefined,
    ...settings,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
  };
  return { ...env, NODE_ENV: 'production', FORCE_COLOR: '0' };
}

/** A copy of `examples/nextjs` that has installed the packed tarball. */
export async function copyNextShop(): Promise<InstalledShop> {
  const shop = await installShopInCheckout();
  await cp('examples/nextjs', shop.root, {
    recursive: true,
    // The files of a developer's own `next dev` are not part of the example.
    filter: (path) => !/[\\/](\.next|next-env\.d\.ts)$/.test(path),
  });
  await writeFile(join(shop.root, 'package.json'), '{"private":true}');
  return shop;
}

/** @returns everything that `next build` wrote, and whether it went well. */
export async function buildNextShop(
  { root }: InstalledShop,
  env: NodeJS.ProcessEnv,
): Promise<{ isBuilt: boolean; output: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, [next, 'build'], { cwd: root, env });
    return { isBuilt: true, output: stdout + stderr };
  } catch (error) {
    const { stdout = '', stderr = String(error) } = error as { stdout?: string; stderr?: string };
    return { isBuilt: false, output: stdout + stderr };
  }
}

/** Runs `next start`, and resolves when it takes customers. */
export async function startNextShop(
  { root }: InstalledShop,
  port: number,
  env: NodeJS.ProcessEnv,
): Promise<{ close: () => Promise<void> }> {
  const server = spawn(process.execPath, [next, 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const lines = createInterface(server.stdout);
  const ready = new Promise<void>((resolve) => {
    // It reads to the end, because a server stops when the pipe of its unread output is full.
    lines.on('line', (line) => line.includes('Ready in') && resolve());
  });
  await Promise.race([
    ready,
    ended.then(() => {
      throw new Error('next start ended before it was ready.');
    }),
  ]);
  return {
    async close() {
      // Next waits for open connections when it is asked to end, and a browser keeps some that never carry a request.
      server.kill('SIGKILL');
      await ended;
    },
  };
}
