import { describe, expect, it } from 'vitest';
import { reactVersions } from './bundle';
import { servePages } from './pages';

const pages = servePages();

describe.each(reactVersions)('a customer without a network, React %s', (version) => {
  it.each([true, false])(
    'gets the form by themselves when they are online again, StrictMode %s',
    async (isStrict) => {
      const src = pages.server.ownScript;
      // The network may come a moment later than the event that says so: as by default, there is a second attempt.
      const settings = { src, isStrict, retries: 1 };
      const shop = await pages.open({ version, settings }, async (page) => {
        const secureId = page.waitForResponse('**/secure-id').then((response) => response.finished());
        await page.route(
          src,
          async (route) => {
            // All is there but the script when the network goes.
            await secureId;
            await page.context().setOffline(true);
            await route.abort('internetdisconnected');
          },
          { times: 1 },
        );
      });
      await expect.poll(shop.heard).toMatch(/^script_unreachable/);
      expect(await shop.status()).toBe('failed');
      await shop.page.context().setOffline(false);
      await expect.poll(shop.status).toBe('ready');
      expect(await shop.page.locator('iframe').count()).toBe(1);
      expect(pages.server.requests.filter((one) => one === 'POST /secure-id')).toHaveLength(1);
    },
  );
});
