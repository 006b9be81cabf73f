import type { Page } from 'playwright-core';
import { createIotPay, createOrderNo } from 'react-iotpay/server';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { reactVersions } from './bundle';
import { servePages, type OpenPage } from './pages';
import { pageNonce as nonce } from './pageServer';
import { printedPolicy } from './printedPolicy';
import type { ShopSettings } from './shop';

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

async function pay({ page }: OpenPage): Promise<void> {
  const form = page.frameLocator('iframe');
  await form.getByLabel('Card number').fill('4242424242424242');
  await form.getByLabel('Name on card').fill('Ada Morgan');
  await form.getByLabel('Expiry date').fill('12/39');
  await form.getByLabel('Security code').fill('123');
  await form.getByRole('button', { name: /^Pay / }).click();
}

const strict = () => printedPolicy(gateway.url, nonce);

describe.each(reactVersions)('under a strict Content-Security-Policy, React %s', (version) => {
  const open = (
    policy: string,
    settings: Partial<ShopSettings> = { nonce },
    setUp?: (page: Page) => Promise<unknown>,
  ) =>
    pages.open(
      { version, settings: { src, ...settings }, headers: { 'content-security-policy': policy } },
      setUp,
    );

  it('takes a payment with the policy that the documents print, and nothing violates it', async () => {
    const shop = await open(strict(), { nonce, redirect: 'auto' });
    await pay(shop);
    await shop.page.waitForURL(/\/thanks\?.*retCode=SUCCESS/);
    expect(shop.complaints).toEqual([]);
  });

  it('needs only the nonce where the policy names no host for scripts', async () => {
    const shop = await open(strict().replace(/(script-src 'nonce-\w+')[^;]*/, '$1'));
    await expect.poll(shop.status).toBe('ready');
    expect(shop.complaints).toEqual([]);
  });

  it('needs no nonce of its own under strict-dynamic', async () => {
    const policy = strict().replace(/script-src [^;]*/, `script-src 'nonce-${nonce}' 'strict-dynamic'`);
    const shop = await open(policy, {});
    await expect.poll(shop.status).toBe('ready');
    expect(shop.complaints).toEqual([]);
  });

  it('is script_blocked at once, with any number of retries, where the policy names no host and the provider no nonce', async () => {
    // While the page's clock stands still, nothing can be tried a second time.
    const shop = await open(`script-src 'nonce-${nonce}'`, { retries: 2 }, ({ clock }) =>
      clock.pauseAt(Date.now()),
    );
    await expect.poll(shop.heard).toMatch(/^script_blocked: .*script-src/);
    expect(await shop.heard()).toContain(gateway.url);
    expect(await shop.status()).toBe('failed');
    expect(shop.complaints.join()).toContain('violated: script-src-elem');
  });

  it('is form_blocked, with the origin to add, where frame-src does not name the gateway', async () => {
    const shop = await open(strict().replace(/frame-src [^;]*/, "frame-src 'self'"));
    await expect.poll(shop.heard).toMatch(/^form_blocked: .*frame-src/);
    // No more than the origin, because the iframe's address holds the secureId.
    expect(await shop.heard()).toContain(`form_blocked: ${gateway.url}: `);
    expect(await shop.status()).toBe('failed');
    expect(shop.complaints.join()).toContain('violated: frame-src');
  });

  it('is script_unreachable, caused by the policy’s refusal, where trusted-types does not name react-iotpay', async () => {
    const shop = await open(strict().replace('trusted-types react-iotpay', 'trusted-types another'));
    await expect.poll(shop.heard).toMatch(/^script_unreachable: .*policy.*react-iotpay/i);
    expect(await shop.status()).toBe('failed');
    await shop.page.getByRole('button', { name: 'Try again' }).waitFor();
  });
});
