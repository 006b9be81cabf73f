import { createIotPay, createOrderNo } from 'react-iotpay/server';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { loadServerSide, reactVersions } from './bundle';
import { layoutShift, mostShift, watchLayoutShift, windows } from './layoutShift';
import { servePages } from './pages';
import { pageNonce as nonce } from './pageServer';
import { printedPolicy } from './printedPolicy';

const gateway = inject('gateway');
const src = `${gateway.url}/cc/iotpaycc.js`;
const pages = servePages();

beforeAll(() => {
  const iotpay = createIotPay({ environment: { baseUrl: gateway.url }, ...gateway.credentials });
  pages.server.answerWith(async () => {
    const { secureId } = await iotpay.purchase({
      mchOrderNo: createOrderNo(),
      amount: 2434,
      channel: 'PF_CC',
      notifyUrl: `${pages.server.url}/notify`,
      returnUrl: `${pages.server.url}/thanks`,
    });
    return { secureId };
  });
});

/** Makes what the shop has below the form as tall as the window: the more is seen of it, the more a form moves that pushes it away. */
const head = '<style>output { display: block; height: 100vh; background: silver }</style>';

describe.each(reactVersions)('the page around IotPayCard, React %s', (version) => {
  const serverSide = loadServerSide(version);

  describe.each(windows)('in a window of $width px', (size) => {
    it.each(['by the browser', 'by the server'])(
      'stays where it is while the form loads, rendered %s',
      async (by) => {
        const settings = { src };
        const rendered = by === 'by the server' ? await serverSide.ways.renderToString(settings) : '';
        const { page } = await pages.open({ version, settings, rendered, head }, async (page) => {
          await page.setViewportSize(size);
          await watchLayoutShift(page);
        });
        await page.frameLocator('iframe').getByLabel('Card number').waitFor();
        await page.locator('[data-status=ready]').waitFor();
        expect(await layoutShift(page)).toBeLessThanOrEqual(mostShift);
      },
    );
  });

  it('is no violation of a strict policy when the server renders it', async () => {
    const settings = { src, nonce };
    const rendered = await serverSide.ways.renderToString(settings);
    const headers = { 'content-security-policy': printedPolicy(gateway.url, nonce) };
    const shop = await pages.open({ version, settings, rendered, headers });
    await expect.poll(shop.status).toBe('ready');
    expect(shop.complaints).toEqual([]);
    expect(await shop.page.locator('[data-status]').evaluate((card) => getComputedStyle(card).display)).toBe(
      'grid',
    );
  });
});
