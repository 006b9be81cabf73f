import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { startPageServer, type PageServer, type ServedPage } from './pageServer';

export interface OpenPage {
  readonly page: Page;
  /** Warnings and errors that the page said in its console, or threw, and violations of its policy. */
  readonly complaints: string[];
  /** The form's state, as the page shows it. */
  status(): Promise<string | null>;
  /** What the shop's handlers have heard. */
  heard(): Promise<string>;
}

export interface Pages {
  readonly server: PageServer;
  /** Opens the checkout in a browser window of its own. */
  open(served: ServedPage, setUp?: (page: Page) => Promise<unknown>): Promise<OpenPage>;
}

/** Hears what a strict page complains of from its first line on. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return complaints;
}

const reportViolations = () =>
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    reportError(new Error(`violated: ${violatedDirective} by ${blockedURI}`)),
  );

/** A shop's web server and customers' browsers, for one file of tests. */
export function servePages(
  launch: () => Promise<Browser> = () => chromium.connect(inject('browser')),
): Pages {
  let browser: Browser;
  let server: PageServer;
  let contexts: BrowserContext[] = [];

  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startPageServer()]);
  });

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
  });

  afterAll(async () => {
    await Promise.all([browser.close(), server.close()]);
  });

  return {
    get server() {
      return server;
    },
    async open(served, setUp) {
      const context = await browser.newContext();
      context.setDefaultTimeout(10_000);
      contexts.push(context);
      const page = await context.newPage();
      const complaints = listen(page);
      await page.addInitScript(reportViolations);
      server.show(served);
      await setUp?.(page);
      await page.goto(`${server.url}/checkout`);
      return {
        page,
        complaints,
        status: () => page.locator('[data-status]').getAttribute('data-status'),
        heard: () => page.locator('output').innerText(),
      };
    },
  };
}
