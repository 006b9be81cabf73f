import { describe, expect, it } from 'vitest';
import { loadServerSide, reactVersions } from './bundle';
import { servePages } from './pages';
import type { ShopSettings } from './shop';

const pages = servePages();

describe.each(reactVersions)('a checkout rendered on a server, React %s', (version) => {
  const serverSide = loadServerSide(version);
  const settings = (): ShopSettings => ({
    src: pages.server.ownScript,
    nonce: 'n0nce',
    isStrict: true,
    isPreloading: true,
  });

  it('is rendered by the React that it is meant for', () => {
    expect(serverSide.version).toMatch(new RegExp(`^${version}\\.`));
  });

  it.each(['renderToString', 'renderToPipeableStream'] as const)(
    'shows the loading text before any script has run, by %s',
    async (way) => {
      const rendered = await serverSide.ways[way](settings());
      const shop = await pages.open({ version, settings: settings(), rendered }, (page) =>
        page.route('**/shop-*.js', (route) => route.abort()),
      );
      expect(await shop.page.getByRole('status').first().innerText()).toBe('Loading the card form…');
      expect(await shop.status()).toBe('loading');
      const hint = shop.page.locator('link[rel=preload][as=script]');
      expect(await hint.count()).toBe(version === 19 ? 1 : 0);
      if (version === 19) expect(await hint.getAttribute('href')).toBe(pages.server.ownScript);
      expect(pages.server.requests).not.toContain('POST /secure-id');
    },
  );

  it.each(['renderToString', 'renderToPipeableStream'] as const)(
    'is hydrated without a warning and asks for one order and one script, by %s',
    async (way) => {
      const rendered = await serverSide.ways[way](settings());
      const shop = await pages.open({ version, settings: settings(), rendered });
      await expect.poll(shop.status).toBe('ready');
      expect(shop.complaints).toEqual([]);
      const { requests } = pages.server;
      expect(requests.filter((one) => one === 'POST /secure-id')).toHaveLength(1);
      expect(requests.filter((one) => one === 'GET /cc/iotpaycc.js')).toHaveLength(1);
      expect(await shop.page.locator('iframe').count()).toBe(1);
    },
  );
});

describe('the preload hint', () => {
  it('is what the script tag uses under a policy with a nonce: one request, and nothing to complain of', async () => {
    const { ownScript } = pages.server;
    const settings = { src: ownScript, nonce: 'n0nce', isPreloading: true };
    const rendered = await loadServerSide(19).ways.renderToString(settings);
    const headers = { 'content-security-policy': "script-src 'nonce-n0nce'" };
    let bundleMayCome = (): void => undefined;
    const scriptIsThere = new Promise<void>((resolve) => (bundleMayCome = resolve));
    const shop = await pages.open({ version: 19, settings, rendered, headers }, async (page) => {
      page.on('response', (response) => response.url() === ownScript && bundleMayCome());
      // The bundle waits until the hint has been followed: it can't be the bundle's doing.
      await page.route('**/shop-19.js', async (route) => {
        await scriptIsThere;
        await route.continue();
      });
    });
    await expect.poll(shop.status).toBe('ready');
    expect(pages.server.requests.filter((one) => one === 'GET /cc/iotpaycc.js')).toHaveLength(1);
    expect(shop.complaints).toEqual([]);
  });
});
