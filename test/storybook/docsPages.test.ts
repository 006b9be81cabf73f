import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

const entries = inject('storybookEntries');
const docsPages = entries.filter(({ type }) => type === 'docs').map(({ id }) => id);
const addresses = entries.map(({ id, type }) => `/?path=/${type}/${id}`);

async function open(id: string, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 860 } });
  page.setDefaultTimeout(30_000);
  await page.goto(`${inject('storybookUrl')}/iframe.html?viewMode=docs&id=${id}`);
  await page.locator('main h1').waitFor();
  return page;
}

/** Loads one story after the other, also those far below, whose frames would wait until the reader scrolls there. */
async function loadFrames(page: Page): Promise<void> {
  for (const frame of await page.locator('iframe').elementHandles()) {
    await frame.evaluate((element) => {
      (element as HTMLIFrameElement).loading = 'eager';
    });
    const content = await frame.contentFrame();
    await content?.waitForSelector('.sb-show-main #storybook-root > *', { state: 'attached' });
  }
}

/** The violations on the page. The stories in its frames are tested by themselves. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, { iframes: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe.each(docsPages)('the docs page %s of Storybook', (id) => {
  it('neither scrolls itself nor takes the focus, while its stories play', async () => {
    const page = await open(id);
    await loadFrames(page);
    // A story moves the focus, if at all, within its first second.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
    expect(await page.evaluate(() => [scrollY, document.activeElement?.tagName])).toEqual([0, 'BODY']);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('has no violation for axe in %s colours', async (scheme) => {
    const page = await open(id, scheme);
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });

  it('links to pages of Storybook, to its own headings and to other sites, and shows no link as raw text', async () => {
    const page = await open(id);
    const links = page.locator('main a');
    const broken = await links.evaluateAll(
      (elements, known) =>
        elements
          .map((element) => element.getAttribute('href') ?? '')
          .filter((href) => {
            if (href.startsWith('#')) return !document.getElementById(decodeURIComponent(href.slice(1)));
            if (href.startsWith('https://')) return false;
            return !known.some((address) => address.endsWith(href.replace(/^\.?\//, '')));
          }),
      addresses,
    );
    expect(broken).toEqual([]);
    expect(await page.locator('main :is(p, li, td)').allInnerTexts()).not.toContainEqual(
      expect.stringMatching(/\]\(\S+\)|<a /),
    );
    await page.close();
  });
});

it('shows a story on a docs page in the state that it is about, without playing it', async () => {
  const page = await open('guide-outcomes--docs');
  const frame = page.frameLocator('#iframe--states-outcomes--unknown');
  await frame.getByRole('heading', { name: 'We are confirming your payment' }).waitFor();
  await page.close();
});

it('lists secureId as the first prop of the card, and real values as defaults', async () => {
  const page = await open('reference-components--docs');
  const rows = page.locator('h2#iotpaycard ~ div table').first().locator('tbody tr');
  expect(await rows.first().locator('td').first().innerText()).toContain('secureId');
  expect(await rows.filter({ hasText: 'formTimeoutMs' }).locator('td').last().innerText()).toBe('15000');
  await page.close();
});
