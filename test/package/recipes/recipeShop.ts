import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { vi } from 'vitest';
import { freePort } from '../../../scripts/freePort';
import type { Sandbox } from '../../../src/sandbox/index';
import { readmeBlock } from '../../readmeBlock';
import { installShopInCheckout, type InstalledShop } from '../installedShop';

const recipes = 'test/package/recipes';

/** A shop with the packed tarball, what the README prints of its server, and the recipes. */
export async function installRecipes(): Promise<InstalledShop> {
  const shop = await installShopInCheckout();
  const write = (file: string, text: string) => writeFile(join(shop.root, file), text);
  await cp(recipes, shop.root, { recursive: true });
  for (const file of ['database.ts', 'payments.ts']) {
    await write(file, readmeBlock(file));
    await write(`reactRouter/app/${file.replace('payments', 'payments.server')}`, readmeBlock(file));
  }
  await write('package.json', '{"type":"module"}');
  const programs = ['database', 'payments', 'express', 'fastify', 'hono', 'lambda', 'apiGateway'];
  await build({
    entryPoints: programs.map((name) => join(shop.root, `${name}.ts`)),
    outdir: shop.root,
    format: 'esm',
    platform: 'node',
  });
  return shop;
}

export interface RunningShop {
  readonly url: string;
  close(): Promise<void>;
}

/** Settings of a shop's server that stands at this address and is a customer of the sandbox. */
export function settingsFor(url: string, { url: gatewayUrl, credentials }: Sandbox): Record<string, string> {
  return {
    SHOP_URL: url,
    IOTPAY_URL: gatewayUrl,
    IOTPAY_MCH_ID: credentials.mchId,
    IOTPAY_LOGIN: credentials.loginName,
    IOTPAY_KEY: credentials.merchantKey,
  };
}

/** Starts a program that listens on `PORT`, and waits until it answers. */
export async function startProgram(
  [program = process.execPath, ...parameters]: readonly string[],
  { cwd, port, env }: { cwd: string; port: number; env: Record<string, string> },
): Promise<RunningShop> {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(program, parameters, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    // As on a shop's own machine: without what Vitest has put there.
    env: { ...process.env, VITEST: undefined, NODE_ENV: 'production', PORT: String(port), ...env },
  });
  const exited = once(child, 'exit');
  try {
    await vi.waitFor(() => {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}.`);
      return fetch(url);
    }, 20_000);
  } catch (error) {
    child.kill();
    throw error;
  }
  return {
    url,
    async close() {
      child.kill();
      await exited;
    },
  };
}

/** Starts one of the recipes that Node runs as they are. */
export async function startInNode(
  { root }: InstalledShop,
  file: string,
  sandbox: Sandbox,
  databaseFolder: string,
): Promise<RunningShop> {
  const port = await freePort();
  const env = { ...settingsFor(`http://127.0.0.1:${port}`, sandbox), PGLITE_DIR: databaseFolder };
  return startProgram([process.execPath, file], { cwd: root, port, env });
}
