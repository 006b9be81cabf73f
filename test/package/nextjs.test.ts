import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Sandbox } from '../../src/sandbox/index';
import { createGatewayControl, type GatewayControl } from '../e2e/gatewayControl';
import { newCustomer, openBrowser, type Customer } from './customer';
import { load, type InstalledShop } from './installedShop';
import { freePort } from '../../scripts/freePort';
import { buildNextShop, copyNextShop, nextEnvironment, startNextShop } from './nextShop';
import { openPostgres } from './openPostgres';

/** A build takes 10 s on a quiet machine, and this one is not. */
const patience = { timeout: 150_000 };

const thanks = 'Thank you. Your order is paid.';

let shop: InstalledShop;
let sandbox: Sandbox;
let gateway: GatewayControl;
let browser: Browser;
const opened: (() => Promise<unknown>)[] = [];

/** Starts the built shop, and gives its address. */
async function start(settings: Record<string, string> = {}): Promise<string> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = nextEnvironment({ IOTPAY_URL: sandbox.url, SHOP_URL: url, ...settings });
  const server = await startNextShop(shop, port, env);
  opened.push(server.close);
  // Its first answer waits for the database to start, which is not what the tests are about.
  await fetch(url);
  return url;
}

beforeAll(async () => {
  shop = await copyNextShop();
  opened.push(shop.remove);
  sandbox = await (await load(shop, 'sandbox')).startSandbox({ clocks: { bankMs: 20 } });
  opened.push(sandbox.close);
  gateway = createGatewayControl(sandbox.url);
  const { isBuilt, output } = await buildNextShop(shop, nextEnvironment({}));
  if (!isBuilt) throw new Error(output);
  browser = await openBrowser();
  opened.push(() => browser.close());
}, patience.timeout);

afterAll(async () => {
  for (const close of opened.reverse()) await close();
}, 30_000);

/** A customer with the checkout open, and the number of the order that it made. */
async function atCheckout(url: string): Promise<Customer & { mchOrderNo: string }> {
  await gateway.reset();
  const customer = await newCustomer(browser, url);
  await customer.shop.open();
  await customer.form.getByLabel('Card number').waitFor();
  const [order] = await gateway.orders();
  return { ...customer, mchOrderNo: order?.mchOrderNo ?? '' };
}

describe('the Next.js shop, on PGlite', () => {
  let url: string;
  beforeAll(async () => {
    url = await start();
  }, patience.timeout);

  it('takes a payment, and its route handler is told by IOTPay', async () => {
    const { payWith, shop: page, problems, mchOrderNo } = await atCheckout(url);
    await payWith('paid');
    await page.sees(thanks);
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
    const { payWith, shop: page } = await atCheckout(url);
    await gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await payWith('paid');
    await page.sees(thanks);
  });

  it('knows of a payment by asking, when the notification is lost', async () => {
    const { payWith, shop: page } = await atCheckout(url);
    await gateway.loseNotification(1000);
    await payWith('paid');
    await page.sees(thanks);
  });

  it('believes no address, and no forged notification', async () => {
    const { shop: page, page: tab, mchOrderNo } = await atCheckout(url);
    await gateway.notify({ mchOrderNo, forged: true, changes: { status: 2 } });
    const asked = tab.waitForResponse(`${url}/pay/orders/${mchOrderNo}`);
    await page.open(`/thanks?mchOrderNo=${mchOrderNo}&retCode=SUCCESS&status=2`);
    expect(await (await asked).json()).toMatchObject({ outcome: 'unknown' });
    await page.sees('Your payment');
    await page.seesText(/do not pay again/);
  });

  it('shows an order to its buyer alone', async () => {
    const { mchOrderNo } = await atCheckout(url);
    const other = await newCustomer(browser, url);
    await other.shop.open(`/thanks?mchOrderNo=${mchOrderNo}`);
    await other.shop.sees('404');
  });

  it('brings the customer of IOTPay’s own page back to the order', async () => {
    const { shop: page, page: tab, mchOrderNo } = await atCheckout(url);
    const { redirectUrl } = (await (await tab.request.post(`${url}/pay/checkout`, { data: {} })).json()) as {
      redirectUrl: string;
    };
    await tab.goto(redirectUrl);
    await page.fillIn('4242424242424242', tab);
    await page.payButton(tab).click();
    await page.sees(thanks);
    await page.seesText(mchOrderNo);
  });

  it('shows the paid order to a customer who comes back, and sells another bag only when asked to', async () => {
    const { payWith, shop: page, form, page: tab, mchOrderNo } = await atCheckout(url);
    await payWith('paid');
    await page.sees(thanks);
    await page.open();
    await page.sees(thanks);
    await page.seesText(mchOrderNo);
    expect(await gateway.orders()).toHaveLength(1);
    await tab.getByRole('button', { name: 'Buy another bag' }).click();
    await form.getByLabel('Card number').waitFor();
    expect(await gateway.orders()).toHaveLength(2);
  });

  it('opens another order for another try after a decline', async () => {
    const { payWith, shop: page, form, page: tab } = await atCheckout(url);
    await payWith('declined');
    await tab.getByRole('button', { name: 'Try another card' }).click();
    await form.getByLabel('Card number').waitFor();
    expect(await gateway.orders()).toHaveLength(2);
    await payWith('paid');
    await page.sees(thanks);
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

describe('the Next.js shop, with two servers on the Postgres that DATABASE_URL names', () => {
  let url: string;
  let otherUrl: string;
  let pool: Pool;
  const secret = 'of the cron job';

  beforeAll(async () => {
    const { url: DATABASE_URL, drop } = await openPostgres();
    opened.push(drop);
    pool = new Pool({ connectionString: DATABASE_URL });
    // The server may stop before the last connection is closed.
    pool.on('error', () => undefined);
    opened.push(() => pool.end());
    const settings = { DATABASE_URL, CRON_SECRET: secret };
    // At the same moment, because both create the tables.
    [url, otherUrl] = await Promise.all([start(settings), start(settings)]);
  }, patience.timeout);

  async function settle(authorization: string): Promise<Response> {
    return fetch(`${otherUrl}/api/settle`, { headers: { authorization } });
  }

  it('keeps orders there, for both of them', async () => {
    const { payWith, shop: page, page: tab, mchOrderNo } = await atCheckout(url);
    await payWith('paid');
    await page.sees(thanks);
    expect((await pool.query('SELECT mch_order_no FROM parcels')).rows).toEqual([
      { mch_order_no: mchOrderNo },
    ]);
    await tab.goto(`${otherUrl}/thanks?mchOrderNo=${mchOrderNo}`);
    await page.sees(thanks);
  });

  it('does not say that an order is not paid when it can’t read it, and shows it again when it can', async () => {
    const { payWith, shop: page, page: tab, mchOrderNo } = await atCheckout(url);
    await payWith('paid');
    await page.sees(thanks);
    await pool.query('ALTER TABLE iotpay.orders RENAME TO orders_away');
    await page.open(`/thanks?mchOrderNo=${mchOrderNo}`);
    await page.sees('We can’t show your order at the moment.');
    await page.seesText(/Please don’t pay again/);
    await pool.query('ALTER TABLE iotpay.orders_away RENAME TO orders');
    await tab.getByRole('button', { name: 'Ask again' }).click();
    await page.sees(thanks);
  });

  it('settles a payment without a notification or a question, when a cron job with the secret calls', async () => {
    const { payWith, page: tab, mchOrderNo } = await atCheckout(url);
    await gateway.loseNotification(1000);
    await gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await payWith('paid');
    await tab.getByText(/do not pay again/).waitFor();
    await tab.close();
    await gateway.clearFaults();
    await pool.query('UPDATE iotpay.orders SET next_ask_at = created_at WHERE mch_order_no = $1', [
      mchOrderNo,
    ]);

    expect((await settle('Bearer of somebody else')).status).toBe(401);
    expect(await (await settle(`Bearer ${secret}`)).json()).toEqual({ asked: 1, moved: 1, failed: 0 });
    const { rows } = await pool.query('SELECT state FROM iotpay.orders WHERE mch_order_no = $1', [
      mchOrderNo,
    ]);
    expect(rows).toEqual([{ state: 'paid' }]);
  });
});

it(
  'fails to build with react-iotpay/server or react-iotpay/orders in a client component, and names the reason',
  patience,
  async () => {
    const mistaken = await copyNextShop();
    const file = join(mistaken.root, 'app/PayForm.tsx');
    const code = await readFile(file, 'utf8');
    const mistakes =
      `import { createIotPay } from 'react-iotpay/server';\nexport const iotpay = () => createIotPay;\n` +
      `import { createOrders } from 'react-iotpay/orders';\nexport const orders = () => createOrders;\n`;
    await writeFile(file, code.replace(/^import /m, `${mistakes}$&`));

    const { isBuilt, output } = await buildNextShop(mistaken, nextEnvironment({}));
    await mistaken.remove();
    expect(isBuilt).toBe(false);
    expect(output).toContain('server-cannot-be-imported-in-the-browser');
    expect(output).toContain('orders-cannot-be-imported-in-the-browser');
  },
);
