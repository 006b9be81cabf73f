import { describe, expect, it } from 'vitest';
import { reactVersions } from './bundle';
import { servePages } from './pages';
import { callBackPaid, openForm } from './redirectPages';

const pages = servePages();

const dangerous = [
  'javascript:document.title="run"',
  'data:text/html,<h1>run</h1>',
  '//shop.example/thanks',
  '/thanks',
  'https://user:secret@shop.example/thanks',
  'https://',
  'http://shop.example/thanks',
  'blob:https://shop.example/1',
];

const unlisted = ['https://shop.example.evil.example/', 'https://shop.example:8443/', 'javascript:0'];

describe.each(reactVersions)('a redirectUrl, React %s', (version) => {
  // Whether a URL is safe has nothing to do with React: the older one shows only that it asks.
  const few = (urls: string[]) => (version === 19 ? urls : urls.slice(0, 1));

  it.each([true, false])('of https is followed after the handler, StrictMode %s', async (isStrict) => {
    const { page } = await openForm(pages, version, { isStrict, redirect: 'auto' });
    await callBackPaid(page, 'https://shop.example/thanks?retCode=SUCCESS');
    await page.waitForURL('https://shop.example/thanks?retCode=SUCCESS');
  });

  it('is followed by default where the shop has no handler for the outcome', async () => {
    const { page } = await openForm(pages, version, { isWithoutHandlers: true });
    await callBackPaid(page, 'https://shop.example/thanks');
    await page.waitForURL('https://shop.example/thanks');
  });

  it('of http on a loopback host is followed, for development', async () => {
    const { page } = await openForm(pages, version, { redirect: 'auto' });
    await callBackPaid(page, `${pages.server.url}/thanks`);
    await page.waitForURL(/\/thanks$/);
  });

  it.each(few(dangerous))('of %s is refused, and the customer stays', async (redirectUrl) => {
    const shop = await openForm(pages, version, { redirect: 'auto' });
    await callBackPaid(shop.page, redirectUrl);
    await expect.poll(shop.heard).toMatch(/^redirect_refused/);
    expect(shop.page.url()).toBe(`${pages.server.url}/checkout`);
    expect(await shop.page.title()).toBe('Checkout');
    expect(await shop.status()).toBe('settled');
    expect(shop.complaints).toEqual([]);
  });

  it('is followed to an origin of the list', async () => {
    const { page } = await openForm(pages, version, { redirect: ['https://shop.example'] });
    await callBackPaid(page, 'https://shop.example/thanks');
    await page.waitForURL('https://shop.example/thanks');
  });

  it.each(few(unlisted))('of %s is refused when it is not of an origin in the list', async (redirectUrl) => {
    const shop = await openForm(pages, version, { redirect: ['https://shop.example'] });
    await callBackPaid(shop.page, redirectUrl);
    await expect.poll(shop.heard).toMatch(/^redirect_refused/);
    expect(shop.page.url()).toBe(`${pages.server.url}/checkout`);
  });

  it.each([
    ['by default, where it has a handler for the outcome', {}],
    ['with redirect="manual"', { redirect: 'manual' }],
  ] as const)('is the shop’s affair %s', async (_, settings) => {
    const shop = await openForm(pages, version, settings, (page) => page.clock.install());
    await callBackPaid(shop.page, 'https://shop.example/thanks');
    await expect.poll(shop.heard).toBe('paid');
    await shop.page.clock.fastForward(60_000);
    expect(shop.page.url()).toBe(`${pages.server.url}/checkout`);
    expect(await shop.heard()).toBe('paid');
  });
});

describe.each(reactVersions)('a handler that returns a promise, React %s', (version) => {
  async function openWaiting() {
    const shop = await openForm(pages, version, { redirect: 'auto', whenPaid: 'wait' }, ({ clock }) =>
      clock.install(),
    );
    await shop.page.clock.pauseAt(Date.now() + 60_000);
    await callBackPaid(shop.page, 'https://shop.example/thanks');
    await expect.poll(shop.heard).toBe('paid');
    return shop.page;
  }

  it('is awaited before the customer leaves', async () => {
    const page = await openWaiting();
    await page.clock.fastForward(9_999);
    expect(page.url()).toBe(`${pages.server.url}/checkout`);
    await page.evaluate(() => dispatchEvent(new Event('handled')));
    await page.waitForURL('https://shop.example/thanks');
  });

  it('is not awaited for longer than 10 seconds', async () => {
    const page = await openWaiting();
    await page.clock.fastForward(9_999);
    expect(page.url()).toBe(`${pages.server.url}/checkout`);
    await page.clock.fastForward(1);
    await page.waitForURL('https://shop.example/thanks');
  });
});
