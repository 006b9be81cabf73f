import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { startDemo, type Demo } from '../../examples/reference-shop/startDemo';
import { ensureBrowser } from '../../scripts/findBrowser';

declare module 'vitest' {
  interface ProvidedContext {
    shopUrl: string;
    gatewayUrl: string;
    merchantKey: string;
    /** Where Playwright reaches the browser. */
    browser: string;
  }
}

/** The real gateway's pace would take minutes. */
const clocks = { bankMs: 20, pollIntervalMs: 40, polls: 6, pendingMs: 600, notifyRetryMs: [100, 200, 400] };

const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: BrowserServer | undefined;
let demo: Demo | undefined;

/** One demo and one browser for all the files: to start them takes longer than most of the tests. */
export async function setup(project: TestProject): Promise<void> {
  const executablePath = await ensureBrowser();
  browser = await chromium.launchServer({ executablePath, args: browserArguments });
  // What the tests make go wrong is not worth a line.
  demo = await startDemo({
    clocks,
    // A fault that a test has set for its own order's query must not meet the query of another's.
    settleEveryMs: 3_600_000,
    watch: false,
    log: () => undefined,
  });
  project.provide('browser', browser.wsEndpoint());
  project.provide('shopUrl', demo.url);
  project.provide('gatewayUrl', demo.sandbox.url);
  project.provide('merchantKey', demo.sandbox.credentials.merchantKey);
}

export async function teardown(): Promise<void> {
  await Promise.all([browser?.close(), demo?.close()]);
}
