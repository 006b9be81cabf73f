import { testCards } from 'react-iotpay/sandbox';
import { expect, it } from 'vitest';
import { freePort } from '../../scripts/freePort';
import { payThrough } from '../package/recipes/payThrough';
import { startProgram } from '../package/recipes/recipeShop';

/** An embedded Postgres and a page server start here, and this machine may be busy. */
const patience = { timeout: 120_000 };

it(
  'the smallest shop opens with one command, and takes a payment for each of two carts',
  patience,
  async () => {
    const port = await freePort();
    const command = [process.execPath, '--import', 'tsx', 'start.ts'];
    const shop = await startProgram(command, { cwd: 'examples/minimal', port, env: {} });
    try {
      expect(shop.log()).toContain(`The shop is open: ${shop.url}\n`);
      const page = await (await fetch(shop.url)).text();
      const [, gatewayUrl = ''] = /data-iotpay-script="(.*)\/cc\/iotpaycc\.js"/.exec(page) ?? [];
      expect(shop.log()).toContain(`What the local gateway sees: ${gatewayUrl}\n`);
      await payThrough(shop.url, gatewayUrl);
      expect(shop.log()).toContain(`The next one: ${shop.url}/?cart=cart-8`);
      await payThrough(shop.url, gatewayUrl, 'cart-8');
      for (const { number, channel } of testCards) {
        expect(shop.log().includes(number), `${number} is offered to try`).toBe(channel === 'PF_CC');
      }
    } finally {
      await shop.close();
    }
  },
);
