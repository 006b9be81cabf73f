import { chromium, type Browser, type FrameLocator, type Page } from 'playwright-core';
import { ensureBrowser } from '../../scripts/findBrowser';
import { cards, Shop } from '../e2e/shop';

/** A customer at one page, and what went wrong there. */
export interface Customer {
  readonly page: Page;
  readonly shop: Shop;
  readonly form: FrameLocator;
  /** Errors and warnings of the page, its hydration among them, but not of IOTPay's iframe. */
  readonly problems: readonly string[];
  payWith(card: keyof typeof cards | { number: string }): Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-sandbox', '--disable-gpu'] });
}

/** A customer with a context of their own, in the shop at this address. */
export async function newCustomer(browser: Browser, url: string): Promise<Customer> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    const isOurs = message.location().url.startsWith(url);
    if (isOurs && ['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  const shop = new Shop(page, url);
  const form = page.frameLocator('iframe');
  return {
    page,
    shop,
    form,
    problems,
    async payWith(card) {
      await shop.fillIn(typeof card === 'string' ? cards[card] : card.number, form);
      await shop.payButton(form).click();
    },
  };
}
