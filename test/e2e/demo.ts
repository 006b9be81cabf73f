import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { createGatewayControl, type GatewayControl } from './gatewayControl';
import { Shop } from './shop';

export interface DemoUnderTest {
  readonly shopUrl: string;
  readonly gatewayUrl: string;
  readonly gateway: GatewayControl;
  /** A customer with a browser of their own. */
  newShop(
    setUp?: (context: BrowserContext) => Promise<unknown>,
    options?: BrowserContextOptions,
  ): Promise<Shop>;
  /** Another tab of a customer's browser. */
  newTab(shop: Shop): Promise<Shop>;
}

/**
 * The running demo, for one file of tests. Each test gets new customers and a gateway that has forgotten everything,
 * and fails if an error was thrown in a page of its own.
 */
export function useDemo(): DemoUnderTest {
  const shopUrl = inject('shopUrl');
  const gatewayUrl = inject('gatewayUrl');
  const gateway = createGatewayControl(gatewayUrl);
  let browser: Browser;
  let contexts: BrowserContext[] = [];
  let crashes: string[] = [];

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });

  beforeEach(async () => {
    crashes = [];
    await gateway.reset();
  });

  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    contexts = [];
    expect(crashes).toEqual([]);
  });

  afterAll(() => browser.close());

  return {
    shopUrl,
    gatewayUrl,
    gateway,
    async newShop(setUp, options) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(10_000);
      contexts.push(context);
      context.on('weberror', (error) => crashes.push(String(error.error())));
      await setUp?.(context);
      return new Shop(await context.newPage(), shopUrl);
    },
    newTab: async (shop) => new Shop(await shop.page.context().newPage(), shopUrl),
  };
}
