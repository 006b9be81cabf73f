import { cp, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index';
import { createGatewayControl, type GatewayControl } from '../e2e/gatewayControl';
import { testCard } from '../examples/sandboxCustomer';
import { submitCard } from '../examples/submitCard';
import { printedCode } from '../docs/printedCode';
import { newCustomer, openBrowser } from './customer';
import { installShopInCheckout, load, run, type InstalledShop } from './installedShop';
import { startProgram, settingsFor, type RunningShop } from './recipes/recipeShop';
import { freePort } from '../../scripts/freePort';

/** An embedded Postgres and a browser take seconds to start. */
const patience = { timeout: 90_000 };

const printed = [
  'database.ts',
  'payments.ts',
  'server.ts',
  'Checkout.tsx',
  'CardForm.tsx',
  'ownRoutes.ts',
  'ownLedger.ts',
  'watch.ts',
  'reconcile.ts',
];

let shop: InstalledShop;

/** `examples/minimal` with the packed tarball, and with the code that the README and docs print. */
beforeAll(async () => {
  shop = await installShopInCheckout();
  await cp('examples/minimal', shop.root, { recursive: true });
  for (const file of printed) await write(file, printedCode(file));
  await write('package.json', '{"type":"module"}');
}, 60_000);

afterAll(() => shop.remove());

const write = (file: string, text: string) => writeFile(join(shop.root, file), text);

it.each(['node16', 'bundler'])(
  'the printed code passes a strict type check with moduleResolution %s',
  patience,
  async (moduleResolution) => {
    const compilerOptions = {
      strict: true,
      // PGlite's own types name others that it does not install. Ours are checked in full in typescript.test.ts.
      skipLibCheck: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      jsx: 'react-jsx',
      target: 'es2022',
      module: moduleResolution === 'bundler' ? 'esnext' : 'node16',
      moduleResolution,
      types: ['node'],
    };

    await write('strict.json', JSON.stringify({ compilerOptions, files: printed }));
    const { stdout } = await run(process.execPath, [
      resolve('node_modules/typescript/bin/tsc'),
      '-p',
      join(shop.root, 'strict.json'),
    ]).catch((error: unknown) => error as { stdout: string });
    expect(stdout).toBe('');
  },
);

async function start(file: string, sandbox?: Sandbox): Promise<RunningShop> {
  const program = [process.execPath, '--import', 'tsx', file];
  const port = await freePort();
  const env = sandbox ? settingsFor(`http://localhost:${port}`, sandbox) : {};
  return startProgram(program, { cwd: shop.root, port, env });
}

it('the README’s shop runs as printed, and takes a payment in a browser', patience, async () => {
  const server = await start('start.ts');
  const browser = await openBrowser();
  try {
    const { page, payWith, problems, form } = await newCustomer(browser, server.url);
    await page.goto(server.url);
    await payWith('declined');
    await page.getByRole('button', { name: 'Try another card' }).click();
    await form.getByLabel('Card number').waitFor();
    await payWith('paid');
    await page.waitForURL(/\/thanks\?mchOrderNo=\w+$/);
    await page.getByText('24.34').waitFor();
    // A customer who goes back is not sold the same cart again.
    await page.goto(server.url);
    await page.waitForURL(/\/thanks/);
    // The way to another order is the one that the shop's console names.
    await page.goto(`${server.url}/?cart=cart-8`);
    await payWith('paid');
    await page.waitForURL(/\/thanks\?mchOrderNo=\w+$/);
    expect(problems).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});

/** A program that puts the printed parts together, and shows what they hold. */
const parts = `
import { database } from './database.js';
import { app } from './server.js';
import './ownRoutes.js';
import { openForm } from './ownLedger.js';
import { movements } from './reconcile.js';
import { watchOrders } from './watch.js';
app.post('/open', async (request, response) => response.json(await openForm(2434)));
app.get('/sales', async (request, response) => response.json((await database.query('select paid from sales')).rows));
app.get('/watch', async (request, response) => response.json(await watchOrders()));
app.get('/movements', async (request, response) => response.json(await movements(0, Date.now() + 1)));
app.listen(Number(process.env.PORT));
`;

describe('the printed parts', () => {
  let sandbox: Sandbox;
  let gateway: GatewayControl;
  let server: RunningShop;

  beforeAll(async () => {
    sandbox = await (await load(shop, 'sandbox')).startSandbox({ clocks: { bankMs: 0 } });
    gateway = createGatewayControl(sandbox.url);
    await write('parts.js', parts);
    server = await start('parts.js', sandbox);
  }, patience.timeout);

  afterAll(async () => {
    await server.close();
    await sandbox.close();
  });

  const post = async (path: string) =>
    (await (await fetch(server.url + path, { method: 'POST' })).json()) as Record<string, string>;

  it('sell a cart once through routes of the shop’s own, after a decline on another order', async () => {
    const spent = await post('/api/checkout/cart-7?declined=');
    await submitCard(sandbox.url, spent.secureId, testCard.declined);
    const { secureId, mchOrderNo } = await post(`/api/checkout/cart-7?declined=${spent.mchOrderNo}`);
    expect(mchOrderNo).not.toBe(spent.mchOrderNo);
    await submitCard(sandbox.url, secureId, testCard.paid);
    expect(await post('/api/checkout/cart-7')).toEqual({ settled: 'paid' });
    expect((await fetch(`${server.url}/api/checkout/nobodys`, { method: 'POST' })).status).toBe(404);
    const read = async (path: string) => (await (await fetch(server.url + path)).json()) as unknown;
    expect(await read('/watch')).toEqual({ attention: 0, undecided: 0 });
    expect(await read('/movements')).toEqual([
      { mchOrderNo, number: expect.stringMatching(/^PC\d+$/) as string, cents: 2434 },
    ]);
  });

  it('take a genuine notification into a table of the shop’s own, and no other', async () => {
    const sales = async () => (await fetch(`${server.url}/sales`)).json() as Promise<unknown>;
    const { secureId } = await post('/open');
    await gateway.loseNotification();
    await submitCard(sandbox.url, secureId, testCard.paid);
    const order = (await gateway.orders()).find(({ status }) => status === 2);
    const mchOrderNo = order?.mchOrderNo ?? '';
    for (const wrong of [{ forged: true as const }, { changes: { amount: 1 } }]) {
      expect((await gateway.notify({ mchOrderNo, ...wrong })).httpStatus).toBeGreaterThanOrEqual(400);
    }
    expect(await sales()).toEqual([{ paid: false }]);
    expect((await gateway.notify({ mchOrderNo })).answer).toBe('success');
    expect(await sales()).toEqual([{ paid: true }]);
  });
});
