import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards } from './shop';

describe('a checkout in which something fails', () => {
  const shopping = useDemo();

  it("says that IOTPay's script is blocked, and loads it when asked to try again", async () => {
    const shop = await shopping.newShop((context) =>
      context.route('**/cc/iotpaycc.js', (route) => route.abort('blockedbyclient')),
    );
    await shop.checkOut();
    await shop.checkout.getByRole('alert').waitFor();
    await shop.page.context().unrouteAll();
    await shop.checkout.getByRole('button', { name: 'Try again' }).click();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    expect(await shopping.gateway.orders()).toHaveLength(1);
  });

  it('says that the shop does not answer, and asks it again', async () => {
    const shop = await shopping.newShop((context) =>
      context.route('**/pay/checkout', (route) => route.abort('connectionrefused')),
    );
    await shop.checkOut();
    await shop.checkout
      .getByRole('alert')
      .getByText(/If you have paid, you will get a receipt/)
      .waitFor();
    expect(await shopping.gateway.orders()).toEqual([]);

    await shop.page.context().unrouteAll();
    await shop.checkout.getByRole('button', { name: 'Try again' }).click();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
  });

  it('makes one order when the answer with the secureId is lost', async () => {
    const shop = await shopping.newShop((context) =>
      context.route(
        '**/pay/checkout',
        async (route) => {
          await route.fetch();
          await route.abort('connectionreset');
        },
        { times: 1 },
      ),
    );
    await shop.checkOut();
    await shop.checkout.getByRole('button', { name: 'Try again' }).click();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    expect(await shopping.gateway.orders()).toHaveLength(1);
  });

  it('starts afresh after the gateway failed to open a payment', async () => {
    await shopping.gateway.addFault({ call: 'cc_purchase', kind: 'http' });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.checkout.getByRole('alert').waitFor();
    await shop.checkout.getByRole('button', { name: 'Try again' }).click();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
  });

  it('keeps asking for an order while the shop is away', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.form.getByLabel('Card number').waitFor();
    await shop.page.context().route('**/pay/orders/**', (route) => route.abort('connectionrefused'));
    await shop.payWith(cards.paid);
    await shop.isConfirming();
    await shop.page.context().unrouteAll();
    await shop.sees('Thank you. Your order is paid.');
  });

  it('shows the paid order, and sells nothing again, after a payment in a form which was closed', async () => {
    await shopping.gateway.setClocks({ notifyDelayMs: 60_000, callbackDelayMs: 60_000 });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await shop.form.getByRole('heading', { name: 'Payment successful' }).waitFor();
    const [paid] = await shopping.gateway.orders();

    await shop.open('/checkout');
    await shop.sees('Thank you. Your order is paid.');
    expect(await shop.orderNo()).toBe(paid?.mchOrderNo);
    expect(await shopping.gateway.orders()).toHaveLength(1);
  });
});
