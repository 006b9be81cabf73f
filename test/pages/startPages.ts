import { chromium, type BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { ensureBrowser } from '../../scripts/findBrowser';
import { bundleShop } from './bundle';

let browser: BrowserServer | undefined;

export const browserArguments = ['--no-sandbox', '--disable-gpu'];

/** One browser and one set of bundles for all the files. */
export async function setup(project: TestProject): Promise<void> {
  const executablePath = await ensureBrowser();
  [browser] = await Promise.all([
    chromium.launchServer({ executablePath, args: browserArguments }),
    bundleShop(),
  ]);
  project.provide('browser', browser.wsEndpoint());
}

export async function teardown(): Promise<void> {
  await browser?.close();
}
