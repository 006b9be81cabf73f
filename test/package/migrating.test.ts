import { spawnSync } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../scripts/freePort';
import { codeBlocks, printedCode } from '../docs/printedCode';
import { newCustomer, openBrowser } from './customer';
import { installShopInCheckout, run, type InstalledShop } from './installedShop';
import { startProgram } from './recipes/recipeShop';

const document = 'docs/migrating.md';

/** An embedded Postgres, a page server and a browser take seconds to start. */
const patience = { timeout: 180_000 };

let shop: InstalledShop;
let browser: Browser;
let gatewayScript: string;

/** The shop that docs/migrating.md begins with, around which `examples/minimal` starts a page and a gateway. */
beforeAll(async () => {
  shop = await installShopInCheckout();
  browser = await openBrowser();
  await cp('examples/minimal', shop.root, { recursive: true });
  await write('package.json', '{"type":"module"}');
  await write('payments.ts', printedCode('payments.ts'));
  for (const file of files) await write(file, printedCode(`before/${file}`));
  const page = await readFile('examples/minimal/index.html', 'utf8');
  gatewayScript = page.replace('</head>', '<script src="%VITE_IOTPAY_SCRIPT%"></script></head>');
}, patience.timeout);

afterAll(async () => {
  await browser.close();
  await shop.remove();
});

const files = ['server.ts', 'Checkout.tsx'];

const write = (file: string, text: string) => writeFile(join(shop.root, file), text);

function apply(diff: string): void {
  const { status, stderr } = spawnSync('git', ['apply', '-'], {
    cwd: shop.root,
    input: diff,
    encoding: 'utf8',
    // The shop is a folder of its own here, and not a part of this checkout.
    env: { ...process.env, GIT_DIR: join(shop.root, 'no-repository') },
  });
  if (status !== 0) throw new Error(`${stderr}\n${diff}`);
}

async function typeErrors(): Promise<string> {
  const compilerOptions = {
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    jsx: 'react-jsx',
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: ['node'],
  };
  await write('strict.json', JSON.stringify({ compilerOptions, files }));
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [compiler, '-p', join(shop.root, 'strict.json')]).catch(
    (error: unknown) => error as { stdout: string },
  );
  return stdout;
}

/** What the shop sends out after a customer has paid for cart-7 on its page. */
async function parcelsAfterOnePayment(step: number): Promise<unknown[]> {
  const folder = join(shop.root, `database of step ${step}`);
  const program = [process.execPath, '--import', 'tsx', 'start.ts'];
  const port = await freePort();
  const server = await startProgram(program, { cwd: shop.root, port, env: { PGLITE_DIR: folder } });
  const customer = await newCustomer(browser, server.url);
  try {
    await customer.page.goto(server.url);
    await customer.payWith('paid');
    await customer.page.waitForURL(/\/thanks/);
  } finally {
    await customer.page.context().close();
    await server.close();
  }
  const database = await PGlite.create(folder);
  const { rows } = await database.query('select * from parcels');
  await database.close();
  return rows;
}

const diffs = codeBlocks(document, 'diff');

/** Which of the document's diffs belong to a step. */
const steps = [[], [0], [1], [2], [3, 4]];

it('has a diff for every step, and a step for every diff', () => {
  expect(steps.flat()).toEqual(diffs.map((_, index) => index));
});

it.each(
  steps.map((own, step) => ({ step, own, name: step === 0 ? 'as IOTPay’s sample' : `after step ${step}` })),
)('compiles and takes a payment $name', patience, async ({ step, own }) => {
  for (const index of own) apply(diffs[index] ?? '');
  // The sample finds the script in its page; from step 3 on the library loads it.
  await write('index.html', step < 3 ? gatewayScript : await readFile('examples/minimal/index.html', 'utf8'));
  expect(await typeErrors()).toBe('');
  expect(await parcelsAfterOnePayment(step)).toEqual([{ cart_id: 'cart-7' }]);
});

it('ends with the README’s shop', async () => {
  for (const file of files) {
    expect(await readFile(join(shop.root, file), 'utf8')).toBe(printedCode(file));
  }
});
