import { describe, expect, it } from 'vitest';
import { reactVersions } from './bundle';
import { servePages, type OpenPage } from './pages';

const pages = servePages();

/** How shops write it. */
const kinds = ['', 'defer', 'async', 'nonce="n0nce"'];

const tagOf = (attributes: string) => `<script ${attributes} src="${pages.server.ownScript}"></script>`;

describe.each(reactVersions)('a script tag in the page’s own HTML, React %s', (version) => {
  // What a tag is like has nothing to do with React: the older one shows only that it is used, and replaced.
  const kindsHere = version === 19 ? kinds : kinds.slice(0, 1);
  const headers = { 'content-security-policy': `script-src 'nonce-n0nce' 'self'` };

  const ownTags = ({ page }: OpenPage) => page.locator(`script[src="${pages.server.ownScript}"]`).count();

  it.each(kindsHere)('is used: <script %s>', async (kind) => {
    const shop = await pages.open({
      version,
      settings: { src: pages.server.ownScript },
      head: tagOf(kind),
      ...(kind.startsWith('nonce') && { headers }),
    });
    await expect.poll(shop.status).toBe('ready');
    expect(await ownTags(shop)).toBe(1);
    expect(pages.server.requests.filter((one) => one === 'GET /cc/iotpaycc.js')).toHaveLength(1);
    expect(shop.complaints).toEqual([]);
  });

  it('is no second form when it comes after the bundle', async () => {
    const shop = await pages.open({ version, settings: { src: pages.server.ownScript }, foot: tagOf('') });
    await expect.poll(shop.status).toBe('ready');
    expect(await shop.page.locator('iframe').count()).toBe(1);
    expect(await ownTags(shop)).toBe(1);
    expect(shop.complaints).toEqual([]);
  });

  it.each(kindsHere)('is replaced when it has failed, long before timeoutMs: <script %s>', async (kind) => {
    const src = pages.server.ownScript;
    const shop = await pages.open({ version, settings: { src }, head: tagOf(kind) }, (page) =>
      page.route(src, (route) => route.abort('blockedbyclient'), { times: 1 }),
    );
    await expect.poll(shop.status).toBe('ready');
    expect(await ownTags(shop)).toBe(1);
    expect(await shop.heard()).toBe('nothing yet');
  });
});
