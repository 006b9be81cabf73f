import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { transform } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sign } from '../../src/server/signing/sign';
import { fakeOrder } from '../../src/testing/fakeData';
import { readmeBlock } from '../readmeBlock';
import { installShop, run, type InstalledShop } from './installedShop';

let shop: InstalledShop;
let server: ChildProcess | undefined;

beforeAll(async () => {
  shop = await installShop({
    packages: ['express', '@types/express', '@types/react', '@types/react-dom', '@types/node'],
  });
}, 60_000);

afterAll(async () => {
  server?.kill();
  await shop.remove();
});

const write = (file: string, text: string) => writeFile(join(shop.root, file), text);

it.each(['node16', 'bundler'])(
  'the README’s code passes a strict type check with moduleResolution %s',
  async (resolution) => {
    for (const file of ['Checkout.tsx', 'server.ts', 'notifications.ts', 'confirm.ts'])
      await write(file, readmeBlock(file));
    await write('package.json', '{"type":"module"}');
    await write(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          strict: true,
          exactOptionalPropertyTypes: true,
          noEmit: true,
          jsx: 'react-jsx',
          target: 'es2022',
          module: resolution === 'bundler' ? 'esnext' : 'node16',
          moduleResolution: resolution,
          types: ['node'],
        },
        files: ['Checkout.tsx', 'server.ts', 'notifications.ts', 'confirm.ts'],
      }),
    );
    const { stdout } = await run(process.execPath, [
      resolve('node_modules/typescript/bin/tsc'),
      '-p',
      shop.root,
    ]).catch((error: unknown) => error as { stdout: string });
    expect(stdout).toBe('');
  },
);

/** Starts the sandbox and the README's server beside it, and says where they are. */
const start = `
import { startSandbox } from 'react-iotpay/sandbox';
const sandbox = await startSandbox();
Object.assign(process.env, {
  IOTPAY_MCH_ID: sandbox.credentials.mchId,
  IOTPAY_LOGIN: sandbox.credentials.loginName,
  IOTPAY_KEY: sandbox.credentials.merchantKey,
  SHOP_URL: 'http://127.0.0.1:9',
  SANDBOX_URL: sandbox.url,
});
const { app, orders } = await import('./server.js');
await import('./notifications.js');
await import('./confirm.js');
app.get('/orders', (request, response) => response.json([...orders]));
const listener = app.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ shop: 'http://127.0.0.1:' + listener.address().port, credentials: sandbox.credentials }));
});
`;

it('the README’s server opens an order at the gateway, and a signed notification pays it, but no other', async () => {
  await write('package.json', '{"type":"module"}');
  for (const name of ['server', 'notifications', 'confirm']) {
    const code = readmeBlock(`${name}.ts`).replace("'development'", '{ baseUrl: process.env.SANDBOX_URL }');
    await write(`${name}.js`, (await transform(code, { loader: 'ts' })).code);
  }
  await write('start.js', start);
  const child = (server = spawn(process.execPath, ['start.js'], {
    cwd: shop.root,
    stdio: ['ignore', 'pipe', 'inherit'],
  }));
  const line = await new Promise<string>((done) =>
    child.stdout.once('data', (data: Buffer) => done(data.toString())),
  );
  const { shop: url, credentials } = JSON.parse(line) as {
    shop: string;
    credentials: { mchId: string; merchantKey: string };
  };

  const answer = await fetch(`${url}/api/checkout/cart-1`, { method: 'POST' });
  const { secureId, mchOrderNo } = (await answer.json()) as { secureId: string; mchOrderNo: string };
  expect(secureId).toMatch(/^[0-9a-f]{64}$/);

  const notify = (amount: number, key = credentials.merchantKey) => {
    const order = fakeOrder({
      mchOrderNo,
      amount,
      mchId: credentials.mchId,
      payOrderId: 'PC1',
      currency: 'CAD',
    });
    const body = JSON.stringify({ ...order, sign: sign({ ...order }, key) });
    return fetch(`${url}/iotpay/notify`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
  };
  const isPaid = async () =>
    Object.values(
      Object.fromEntries((await (await fetch(`${url}/orders`)).json()) as [string, { isPaid: boolean }][]),
    )[0]?.isPaid;

  const confirmed = await fetch(`${url}/api/orders/${mchOrderNo}`);
  expect(await confirmed.json()).toEqual({ status: 'unknown' });
  expect((await fetch(`${url}/api/orders/nobodys`)).status).toBe(404);

  expect((await notify(2434, 'forged')).status).toBeGreaterThanOrEqual(400);
  expect((await notify(1)).status).toBeGreaterThanOrEqual(400);
  expect(await isPaid()).toBe(false);
  expect(await (await notify(2434)).text()).toBe('success');
  expect(await isPaid()).toBe(true);

  // The gateway never heard of this payment, so only the shop's own word can say that it is paid.
  expect(await (await fetch(`${url}/api/orders/${mchOrderNo}`)).json()).toEqual({ status: 'paid' });
  const again = await fetch(`${url}/api/checkout/cart-1`, { method: 'POST' });
  expect(await again.json()).toEqual({ settled: 'paid' });
});
