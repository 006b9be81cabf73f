import type { Browser, Page, Route } from 'playwright-core';
import { providerBundle } from './bundle';

/** The page's script, and the delays of its requests. */
export interface PageSettings {
  script: string;
  /** How long the provider's script and the shop's server take, in milliseconds. */
  delayMs?: number;
}

const shop = 'https://shop.example/';

const html =
  '<!doctype html><html lang="en"><title>Shop</title><main></main><script src="/shop.js"></script>';

// A page that is isolated from other origins has a clock of 5 µs instead of 100 µs.
const headers = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
};

const providers = [
  ['https://ccapi.iotpaycloud.com/**', await providerBundle('iotpay')],
  ['https://js.stripe.com/**', await providerBundle('stripe')],
  ['https://www.paypal.com/**', await providerBundle('paypal')],
] as const;

/** Opens the shop in a window of its own. Nothing leaves this machine, because every answer is made here. */
export async function openPage(browser: Browser, { script, delayMs = 0 }: PageSettings): Promise<Page> {
  const context = await browser.newContext();
  const answer = (contentType: string, body: string) => async (route: Route) => {
    if (delayMs) await new Promise((resolve) => setTimeout(resolve, delayMs));
    await route.fulfill({ headers, contentType, body });
  };
  await context.route('**', (route) => route.abort());
  for (const [url, text] of providers) await context.route(url, answer('text/javascript', text));
  await context.route(`${shop}secure-id`, answer('text/plain', 'ab12'.repeat(16)));
  await context.route(shop, (route) => route.fulfill({ headers, contentType: 'text/html', body: html }));
  await context.route(`${shop}shop.js`, (route) =>
    route.fulfill({ headers, contentType: 'text/javascript', body: script }),
  );
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto(shop);
  return page;
}
