import { chromium, type Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { ensureBrowser } from '../../scripts/findBrowser';
import { reactVersions } from './bundle';
import { servePages } from './pages';
import { callBackDeclined, callBackPaid, openForm } from './redirectPages';
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

/** A shop whose server makes an order of every request. */
let made = 0;
const sellAnew = async () => ({ secureId: `secure-id-${++made}` });

const frames = (page: Page) => page.locator('iframe').count();

describe.each([
  ['with', withCache],
  ['without', undefined],
])('the back button, %s the back-forward cache', (cache, launch) => {
  const pages = servePages(launch);
  const orders = () => pages.server.requests.filter((one) => one === 'POST /secure-id').length;

  afterEach(() => pages.server.answerWith(sellAnew));

  /** Goes back to the checkout, and looks whether the page is the old one. */
  async function goBack(page: Page): Promise<void> {
    await page.evaluate(() => history.back());
    await comeTo(page, /\/checkout$/);
    await expect.poll(() => persisted(page)).toBe(String(cache === 'with'));
  }

  it.each(reactVersions)('leads past a checkout that was redirected from, React %s', async (version) => {
    const { page } = await openForm(pages, version, { redirect: 'auto' }, (fresh) =>
      fresh.goto(`${pages.server.url}/cart`),
    );
    await callBackPaid(page, `${pages.server.url}/thanks`);
    await page.waitForURL(/\/thanks$/);
    await page.evaluate(() => history.back());
    await comeTo(page, /\/cart$/);
  });

  it.each(reactVersions)('finds a paid payment settled and opens no form, React %s', async (version) => {
    const { page } = await openForm(pages, version, { whenPaid: 'leave' }, noteReturns);
    expect(await frames(page)).toBe(1);
    await callBackPaid(page, `${pages.server.url}/thanks`);
    await page.waitForURL(/\/thanks$/);
    pages.server.answerWith(async () => ({ settled: 'paid' }));
    await goBack(page);
    await page.locator('[data-status=settled]').getByText('Payment received.').waitFor();
    expect(await frames(page)).toBe(0);
    // A page that was loaded anew knows nothing of the payment, so it asks the shop's server, which does.
    expect(orders()).toBe(cache === 'with' ? 1 : 2);
  });

  it.each(reactVersions)('offers another card after a decline, React %s', async (version) => {
    const { page } = await openForm(pages, version, {}, noteReturns);
    await callBackDeclined(page);
    const again = page.getByRole('button', { name: 'Try another card' });
    await again.waitFor();
    await page.goto(`${pages.server.url}/cart`);
    await goBack(page);
    if (cache === 'with') {
      await page.getByRole('alert').getByText('The card was not accepted.').waitFor();
      expect(await frames(page)).toBe(0);
      expect(orders()).toBe(1);
      await again.click();
    }
    // A page that was loaded anew has asked for another order by itself.
    await page.locator('[data-status=ready]').waitFor();
    expect(await frames(page)).toBe(1);
    expect(orders()).toBe(2);
  });
});
