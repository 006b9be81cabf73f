import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { startSandbox, type Sandbox } from 'react-iotpay/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let sandbox: Sandbox;
let complaints: string[];

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());
beforeEach(async () => {
  complaints = [];
  sandbox = await startSandbox({ clocks: { bankMs: 0 } });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await sandbox.close();
});

/** The console in a window of its own, once it is live. */
async function open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(sandbox.url + path);
  await page.locator('[data-connection="live"]').waitFor();
  return page;
}

/** What axe finds wrong with the page as it is now. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = (await axe.run()).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe('the console in Chromium', () => {
  it('takes a first visitor from a payment opened to a notification sent again', async () => {
    const page = await open();

    await page.getByRole('button', { name: 'New payment' }).click();
    const [card] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('dialog').getByRole('button', { name: 'Open a payment' }).click(),
    ]);
    await page.getByRole('heading', { name: 'CONSOLE-1' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/orders/CONSOLE-1');

    // What is forced holds against the card, which would be paid.
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await page.getByRole('button', { name: 'Timeout' }).click();
    await timeline.getByText('Outcome forced').waitFor();
    await page.getByRole('button', { name: 'Take back' }).click();
    await timeline.getByText('Force taken back').waitFor();

    await card.getByRole('button', { name: 'Pay CA$19.99' }).click();
    await timeline.getByText('Order paid').waitFor();
    await timeline.getByText('HTTP 200 “success”').waitFor();
    await card.waitForURL('**/orders/CONSOLE-1?*');

    await timeline.getByText('cc_purchase').click();
    const inspector = page.getByRole('region', { name: 'Inspector' });
    await inspector.getByRole('heading', { name: 'Signature' }).waitFor();
    expect(await inspector.textContent()).toContain('"mchOrderNo": "CONSOLE-1"');
    expect(await inspector.textContent()).not.toContain(sandbox.credentials.merchantKey);

    await page.getByRole('button', { name: 'Send again' }).click();
    const answer = page.getByRole('status', { name: 'The shop’s answer' });
    await expect.poll(() => answer.textContent()).toContain('HTTP 200 “success”');
    await page.getByRole('button', { name: 'Forge' }).click();
    await expect.poll(() => answer.textContent()).toContain('HTTP 400 “wrong sign”');
    await timeline.getByText('Forged notification').waitFor();
    expect(complaints).toEqual([]);
  });

  it('switches a fault on and off, and shows while it is on', async () => {
    const page = await open();

    await page.getByRole('button', { name: 'Faults' }).click();
    const fault = page.getByRole('switch', { name: 'The answer says FAIL' });
    await fault.click();
    await expect.poll(() => fault.getAttribute('aria-checked')).toBe('true');
    expect(sandbox.state().faults).toMatchObject([{ of: 'call', call: 'cc_query', kind: 'fail' }]);

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Switch off cc_query: FAIL' }).click();
    await expect.poll(() => sandbox.state().faults).toEqual([]);
  });

  it('resets and takes the reset back', async () => {
    sandbox.seed('2 paid');
    const page = await open();
    await page.getByRole('link', { name: /SEED-00002/ }).waitFor();

    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect.poll(() => sandbox.orders().orders.length).toBe(0);
    await page.getByRole('button', { name: 'Undo the reset' }).click();
    await page.keyboard.press('Escape');

    await page.getByRole('link', { name: /SEED-00002/ }).waitFor();
  });

  it('scrolls through ten thousand orders with no more than a screenful of them on the page', async () => {
    sandbox.seed('10000 paid');
    const page = await open();
    await page.getByRole('link', { name: /SEED-10000/ }).waitFor();

    await page.locator('.scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await page.getByRole('link', { name: /SEED-00001/ }).waitFor();

    expect(await page.locator('.scroller li').count()).toBeLessThan(60);
  });

  it.each([
    ['en-CA', 1280, 'light'],
    ['fr-CA', 390, 'dark'],
    ['zh-CN', 390, 'light'],
  ] as const)('is clean for axe, in %s, %i pixels wide, %s', async (locale, width, colorScheme) => {
    sandbox.seed('3 paid, 1 refunded, 1 unknown, 1 failed');
    sandbox.addFault({ call: 'cc_query', kind: 'fail' });
    const { mchOrderNo } = await sandbox.launch();
    const [call] = sandbox.events({ type: 'call', q: mchOrderNo });
    const look = { locale, colorScheme, viewport: { width, height: 844 } };
    const page = await open('/', look);
    await page.getByRole('link', { name: /SEED-00001/ }).waitFor();
    expect(await violations(page)).toEqual([]);

    await page.goto(`${sandbox.url}/orders/${mchOrderNo}`);
    await page.locator('.timeline').waitFor();
    expect(await violations(page)).toEqual([]);

    await page.goto(`${sandbox.url}/orders/${mchOrderNo}?event=${call?.id}`);
    await page.locator('.signature').waitFor();
    expect(await violations(page)).toEqual([]);

    const tools = page.locator('.top nav button');
    for (const place of [0, 1, 2, 3, 4, 5]) {
      await tools.nth(place).click();
      await page.locator('.drawer-panel > *').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('Escape');
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
