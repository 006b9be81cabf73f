import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { vi } from 'vitest';
import { freePort } from '../../../scripts/freePort';
import type { Sandbox } from '../../../src/sandbox/index';
import { printedCode } from '../../docs/printedCode';
import { installShopInCheckout, type InstalledShop } from '../installedShop';

/** Programs of the shop that Node runs as esbuild leaves them. */
const programs = ['database', 'payments', 'express', 'fastify', 'hono', 'lambda', 'apiGateway'];

/** A shop with the packed tarball, what the README prints of its server, and the recipes. */
export async function installRecipes(): Promise<InstalledShop> {
  const shop = await installShopInCheckout();
  const write = (file: string, text: string) => writeFile(join(shop.root, file), text);
  await cp('test/package/recipes', shop.root, { recursive: true });
  await write('database.ts', printedCode('database.ts'));
  await write('payments.ts', printedCode('payments.ts'));
  await write('reactRouter/app/database.ts', printedCode('database.ts'));
  await write('reactRouter/app/Checkout.tsx', printedCode('Checkout.tsx'));
  await write('reactRouter/app/payments.server.ts', printedCode('payments.ts'));
  await write('package.json', '{"type":"module"}');
  await build({
    entryPoints: programs.map((name) => join(shop.root, `${name}.ts`)),
    outdir: shop.root,
    format: 'esm',
    platform: 'node',
  });
  return shop;
}

/** Where a recipe is started: a shop, its gateway, and the folder of its database. */
export interface RecipePlace {
  readonly shop: InstalledShop;
  readonly sandbox: Sandbox;
  readonly databaseFolder: string;
}

export interface RunningShop {
  readonly url: string;
  /** What it has written to its console so far. */
  log(): string;
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

/** As on a shop's own machine: without what Vitest has put there. */
export const ownMachine = { ...process.env, VITEST: undefined, NODE_ENV: 'production' as const };

/** Starts a program that listens on a port, and waits until it answers. */
export async function startProgram(
  [program = '', ...parameters]: readonly string[],
  { cwd, port, env }: { cwd: string; port: number; env: Record<string, string> },
): Promise<RunningShop> {
  const url = `http://localhost:${port}`;
  const child = spawn(program, parameters, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...ownMachine, ...env, PORT: String(port) },
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  }
  const ended = once(child, 'close');
  const close = async () => {
    child.kill();
    await ended;
  };
  try {
    await vi.waitFor(async () => {
      if (child.exitCode === null && (await fetch(url)).status >= 500) throw new Error('Its page is broken.');
    }, 60_000);
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}.`);
  } catch (cause) {
    await close();
    throw new Error(`${parameters.join(' ')} takes no customers:\n${written}`, { cause });
  }
  return { url, log: () => written, close };
}

/** Starts a program of the shop's, with the settings that the README's server reads. */
export async function startNode(
  program: readonly string[],
  cwd: string,
  { sandbox, databaseFolder }: RecipePlace,
): Promise<RunningShop> {
  const port = await freePort();
  const env = { ...settingsFor(`http://localhost:${port}`, sandbox), PGLITE_DIR: databaseFolder };
  return startProgram([process.execPath, ...program], { cwd, port, env });
}
