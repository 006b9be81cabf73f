import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { IotPayFactory } from '../../src/contract/sdk';
import { useDemo } from './demo';

declare global {
  interface Window {
    sdkCalls: { iotpay: number; mount: number };
  }
}

/** Runs in the page before anything else: counts the calls of the hosted script once it has arrived. */
function countSdkCalls(): void {
  window.sdkCalls = { iotpay: 0, mount: 0 };
  let factory: IotPayFactory | undefined;
  Object.defineProperty(window, 'Iotpay', {
    get: () => factory,
    set(hosted: IotPayFactory) {
      factory = (...payment) => {
        window.sdkCalls.iotpay++;
        const instance = hosted(...payment);
        return {
          mount(selector, callback) {
            window.sdkCalls.mount++;
            instance.mount(selector, callback);
          },
        };
      };
    },
  });
}

const numbersOf = (page: Page) =>
  page.evaluate(() => ({
    ...window.sdkCalls,
    scripts: document.querySelectorAll('script[src$="/cc/iotpaycc.js"]').length,
    iframes: document.querySelectorAll('iframe').length,
  }));

describe('a checkout in StrictMode', () => {
  const shopping = useDemo();

  it('makes one script tag, one SDK call, one mount, one iframe and one order', async () => {
    const shop = await shopping.newShop((context) => context.addInitScript(countSdkCalls));
    await shop.open();
    await shop.page.getByRole('button', { name: 'Check out' }).click();
    await shop.form.getByLabel('Card number').waitFor();
    expect(await numbersOf(shop.page)).toEqual({ iotpay: 1, mount: 1, scripts: 1, iframes: 1 });
    expect(await shopping.gateway.orders()).toHaveLength(1);
  });

  it('comes back to the same order after a look at the bag, and after a reload', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.form.getByLabel('Card number').waitFor();
    await shop.page.getByRole('link', { name: 'Change the bag' }).click();
    await shop.page.getByRole('button', { name: 'Check out' }).click();
    await shop.form.getByLabel('Card number').waitFor();
    await shop.page.reload();
    await shop.form.getByLabel('Card number').waitFor();
    expect(await shopping.gateway.orders()).toHaveLength(1);
  });

  it('makes another order for another bag, with the new amount on the button', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.form.getByRole('button', { name: 'Pay $56.20' }).waitFor();
    await shop.page.getByRole('link', { name: 'Change the bag' }).click();
    await shop.page.getByRole('button', { name: 'One less: A Small Atlas of Fog' }).click();
    await shop.page.getByRole('button', { name: 'Check out' }).click();
    await shop.form.getByRole('button', { name: 'Pay $30.00' }).waitFor();
    expect((await shopping.gateway.orders()).map((order) => order.amount)).toEqual([3000, 5620]);
  });
});
