import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index';
import { createGatewayControl, type GatewayControl } from '../e2e/gatewayControl';
import { newCustomer, openBrowser, type Customer } from './customer';
import { load, type InstalledShop } from './installedShop';
import { freePort } from '../../scripts/freePort';
import { buildNextShop, copyNextShop, nextEnvironment, startNextShop } from './nextShop';

/** A build takes 10 s on a quiet machine, and this one is not. */
const patience = { timeout: 150_000 };

let shop: InstalledShop;
let sandbox: Sandbox;
let gateway: GatewayControl;
let browser: Browser;
let url: string;
let env: NodeJS.ProcessEnv;
const opened: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  shop = await copyNextShop();
  opened.push(shop.remove);
  sandbox = await (await load(shop, 'sandbox')).startSandbox({ clocks: { bankMs: 20 } });
  opened.push(sandbox.close);
  gateway = createGatewayControl(sandbox.url);
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  env = nextEnvironment({ IOTPAY_URL: sandbox.url, SHOP_URL: url });
  const { isBuilt, output } = await buildNextShop(shop, env);
  if (!isBuilt) throw new Error(output);
  const server = await startNextShop(shop, port, env);
  opened.push(async () => {
    server.kill();
    await once(server, 'exit');
  });
  browser = await openBrowser();
  opened.push(() => browser.close());
}, patience.timeout);

afterAll(async () => {
  for (const close of opened.reverse()) await close();
}, 30_000);

/** A customer with the checkout open, and the number of the order that it made. */
async function atCheckout(): Promise<Customer & { mchOrderNo: string }> {
  await gateway.reset();
  const customer = await newCustomer(browser, url);
  await customer.shop.open();
  await customer.form.getByLabel('Card number').waitFor();
  const [order] = await gateway.orders();
  return { ...customer, mchOrderNo: order?.mchOrderNo ?? '' };
}

describe('the Next.js shop', () => {
  it('takes a payment, and its route handler is told by IOTPay', async () => {
    const { payWith, shop: page, problems, mchOrderNo } = await atCheckout();
    await payWith('paid');
    await page.sees('Thank you. Your order is paid.');
    await page.seesText(mchOrderNo);

    const orders = await gateway.orders();
    expect(orders).toMatchObject([{ mchOrderNo, amount: 2450, charges: 1 }]);
    await vi.waitFor(async () => {
      const [notification] = await gateway.notifications();
      expect(notification).toMatchObject({
        mchOrderNo,
        state: 'delivered',
        attempts: [{ httpStatus: 200, answer: 'success' }],
      });
    });
    expect(problems).toEqual([]);
  });

  it('preloads IOTPay’s script from a server component, with the nonce of its Content-Security-Policy', async () => {
    const page = await fetch(url);
    const [, nonce] = /'nonce-([^']+)'/.exec(page.headers.get('Content-Security-Policy') ?? '') ?? [];
    const html = await page.text();
    const hint = new RegExp(`<link rel="preload"[^>]*href="${sandbox.url}/cc/iotpaycc.js"[^>]*>`).exec(
      html,
    )?.[0];
    expect(nonce).toBeTruthy();
    expect(hint).toContain(`nonce="${nonce}"`);
  });

  it('knows of a payment by the notification alone', async () => {
    const { payWith, shop: page } = await atCheckout();
    await gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await payWith('paid');
    await page.sees('Thank you. Your order is paid.');
    await page.seesText(/signature the server verified/);
  });

  it('knows of a payment by asking, when the notification is lost', async () => {
    const { payWith, shop: page } = await atCheckout();
    await payWith({ number: '4000000000000408' });
    await page.sees('Thank you. Your order is paid.');
    await page.seesText('IOTPay’s answer when the server asked');
  });

  it('believes no address, and no forged notification', async () => {
    const { shop: page, mchOrderNo } = await atCheckout();
    await gateway.notify({ mchOrderNo, forged: true, changes: { status: 2 } });
    await page.open(`/orders/${mchOrderNo}?retCode=SUCCESS&status=2`);
    await page.sees('We are confirming your payment.');
  });

  it('shows the paid order to a customer who comes back, and sells another bag only when asked to', async () => {
    const { payWith, shop: page, form, page: tab, mchOrderNo } = await atCheckout();
    await payWith('paid');
    await page.sees('Thank you. Your order is paid.');
    await page.open();
    await page.sees('Thank you. Your order is paid.');
    await page.seesText(mchOrderNo);
    expect(await gateway.orders()).toHaveLength(1);
    await tab.getByRole('button', { name: 'Buy another bag' }).click();
    await form.getByLabel('Card number').waitFor();
    expect(await gateway.orders()).toHaveLength(2);
  });

  it('opens another order for another try after a decline', async () => {
    const { payWith, shop: page, form, page: tab } = await atCheckout();
    await payWith('declined');
    await page.sees('The card was declined.');
    await tab.getByRole('link', { name: 'Try again' }).click();
    await form.getByLabel('Card number').waitFor();
    expect(await gateway.orders()).toHaveLength(2);
  });

  it('sends the merchant key to no browser', async () => {
    const served = join(shop.root, '.next/static');
    const files = await readdir(served, { recursive: true, withFileTypes: true });
    const texts = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), 'utf8'));
    expect(texts.length).toBeGreaterThan(5);
    const secrets = [sandbox.credentials.merchantKey, 'IOTPAY_KEY', 'merchantKey'];
    for (const text of await Promise.all(texts)) {
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
  });
});

it(
  'fails to build with react-iotpay/server in a client component, and names the reason',
  patience,
  async () => {
    const mistaken = await copyNextShop();
    const file = join(mistaken.root, 'app/PayForm.tsx');
    const code = await readFile(file, 'utf8');
    const mistake = `import { createIotPay } from 'react-iotpay/server';\nexport const iotpay = () => createIotPay;\n`;
    await writeFile(file, code.replace(/^import /m, `${mistake}$&`));

    const { isBuilt, output } = await buildNextShop(mistaken, env);
    await mistaken.remove();
    expect(isBuilt).toBe(false);
    expect(output).toContain('server-cannot-be-imported-in-the-browser');
  },
);
