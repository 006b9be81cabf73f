import { chromium, type Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/findBrowser';
import { reactVersions } from './bundle';
import { servePages } from './pages';
import { callBackPaid, openForm } from './redirectPages';
import { browserArguments } from './startPages';

/** Playwright switches Chromium's back-forward cache off; customers have it on. */
const withCache = async () =>
  chromium.launch({
    executablePath: await ensureBrowser(),
    args: browserArguments,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });

/** Whether the page was found as it had been left; written down by the page itself. */
const noteReturns = (page: Page) =>
  page.addInitScript(() =>
    addEventListener('pageshow', ({ persisted }) => {
      document.documentElement.dataset.persisted = String(persisted);
    }),
  );

const persisted = (page: Page) => page.locator('html').getAttribute('data-persisted');

/** A page from the cache is there without a load event. */
const comeTo = (page: Page, url: RegExp) => page.waitForURL(url, { waitUntil: 'commit' });

const frames = (page: Page) => page.locator('iframe').count();

describe.each([
  ['with', withCache],
  ['without', undefined],
])('the back button, %s the back-forward cache', (cache, launch) => {
  const pages = servePages(launch);

  it.each(reactVersions)('leads past a checkout that was redirected from, React %s', async (version) => {
    const { page } = await openForm(pages, version, {}, (fresh) => fresh.goto(`${pages.server.url}/cart`));
    await callBackPaid(page, `${pages.server.url}/thanks`);
    await page.waitForURL(/\/thanks$/);
    await page.evaluate(() => history.back());
    await comeTo(page, /\/cart$/);
  });

  it.each(reactVersions)('shows no dead form after the shop’s own redirect, React %s', async (version) => {
    const { page } = await openForm(pages, version, { redirect: 'manual', whenPaid: 'leave' }, noteReturns);
    expect(await frames(page)).toBe(1);
    await callBackPaid(page, `${pages.server.url}/thanks`);
    await page.waitForURL(/\/thanks$/);
    await page.evaluate(() => history.back());
    await comeTo(page, /\/checkout$/);
    await expect.poll(() => persisted(page)).toBe(String(cache === 'with'));
    if (cache === 'with') {
      await expect.poll(() => frames(page)).toBe(0);
      expect(pages.server.requests.filter((one) => one === 'POST /secure-id')).toHaveLength(1);
    } else {
      // The page is a new one: it asks for a new order.
      await page.locator('[data-status=ready]').waitFor();
      expect(await frames(page)).toBe(1);
      expect(pages.server.requests.filter((one) => one === 'POST /secure-id')).toHaveLength(2);
    }
  });
});
