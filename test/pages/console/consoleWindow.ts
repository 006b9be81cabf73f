import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { startSandbox, type Sandbox } from 'react-iotpay/sandbox';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A sandbox for each test of a file, and windows of Chromium that show its console. */
export function consoleWindows() {
  let browser: Browser;
  const windows = {
    sandbox: undefined as unknown as Sandbox,
    /** The errors and warnings of all pages of the test. */
    complaints: [] as string[],
    /** Opens the console in a window of its own and waits until it is live. */
    async open(path = '/', options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      const page = await context.newPage();
      page.on('pageerror', (error) => windows.complaints.push(String(error)));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) windows.complaints.push(message.text());
      });
      await page.goto(windows.sandbox.url + path);
      await page.locator('[data-connection="live"]').waitFor();
      return page;
    },
  };

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    windows.complaints = [];
    windows.sandbox = await startSandbox({ clocks: { bankMs: 0 } });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await windows.sandbox.close();
  });
  return windows;
}

/** The rules of axe that the page breaks as it is now, with the elements that break them. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = (await axe.run()).violations;
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
