import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import type { Fault } from './gatewayControl';
import { cards, type Shop } from './shop';

describe('paying by UnionPay', () => {
  const shopping = useDemo();
  const busy = { kind: 'fail', retMsg: 'busy', times: 1000 } as const;

  /** Pays, and has the gateway answer the server's questions in this way from then on. */
  async function payWith(card: string, answers?: Omit<Fault, 'call'>) {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.choose('UnionPay');
    await shop.fillIn(card);
    if (answers) await shopping.gateway.addFault({ call: 'cc_query', ...answers });
    await shop.payButton().click();
    return shop;
  }

  it('is paid once the customer has said yes in the app', async () => {
    const shop = await payWith(cards.unionPayPaid);
    await shop.sees('Thank you. Your order is paid.');
    const paid = await shop.orderNo();
    const order = (await shopping.gateway.orders()).find(({ mchOrderNo }) => mchOrderNo === paid);
    expect(order).toMatchObject({ channel: 'UPI_EX', status: 2, charges: 1 });
  });

  it('is being confirmed when the SDK gives up, and paid when the gateway says so', async () => {
    const shop = await payWith(cards.unionPaySilentPaid, busy);
    await shop.isConfirming();
    expect(await shop.page.getByRole('button').count()).toBe(0);
    await shopping.gateway.clearFaults();
    await shop.sees('Thank you. Your order is paid.');
  });

  it('is being confirmed when the SDK gives up, and failed when the gateway says so', async () => {
    const shop = await payWith(cards.unionPaySilentFailed, busy);
    await shop.isConfirming();
    await shopping.gateway.clearFaults();
    await shop.isDeclined();
    await shop.tryAnotherCard();
    await shop.form.getByLabel('Card number').waitFor();
  });

  it('sells nothing else while a payment is being confirmed', async () => {
    const shop = await payWith(cards.unionPaySilentPaid, busy);
    await shop.isConfirming();
    const orders = (await shopping.gateway.orders()).length;

    await shop.open('/');
    await shop.page.getByRole('button', { name: 'One more: Deck mug' }).click();
    await shop.page.getByRole('button', { name: 'Check out' }).click();
    await shop.isConfirming();
    expect(await shopping.gateway.orders()).toHaveLength(orders);
  });

  describe('while the UnionPay app is waited for', () => {
    const card = (shop: Shop) => shop.page.getByRole('radio', { name: 'Card', exact: true });

    async function waitForApp(pollIntervalMs: number) {
      await shopping.gateway.setClocks({ pollIntervalMs });
      const shop = await payWith(cards.unionPayPaid);
      await shop.form.getByRole('heading', { name: 'Waiting for your UnionPay app' }).waitFor();
      return shop;
    }

    it('disables the other ways to pay and says why', async () => {
      const shop = await waitForApp(60_000);
      await shop.seesText('Finish or cancel the payment in the UnionPay app first.');
      expect(await card(shop).isDisabled()).toBe(true);
    });

    it('still shows the order as paid if the customer has said by mistake that they did not pay', async () => {
      const shop = await waitForApp(3000);
      await shop.page.getByRole('button', { name: 'I did not pay in the app' }).click();
      await shop.sees('Thank you. Your order is paid.');
      expect((await shopping.gateway.orders()).filter(({ charges }) => charges > 0)).toHaveLength(1);
    });

    it('keeps the other ways to pay disabled if the shop’s server does not answer', async () => {
      const shop = await waitForApp(60_000);
      await shop.page.route('**/pay/orders/*', (route) => route.abort('connectionrefused'));
      await shop.page.getByRole('button', { name: 'I did not pay in the app' }).click();
      await shop.seesText('The shop does not answer.');
      expect(await card(shop).isDisabled()).toBe(true);
    });

    it('opens no order, but offers the other ways to pay again, once the customer says that they did not pay', async () => {
      const shop = await waitForApp(60_000);
      const orders = (await shopping.gateway.orders()).length;
      await shop.page.getByRole('button', { name: 'I did not pay in the app' }).click();
      await shop.seesText(/^No payment has been reported so far/);
      expect(await card(shop).isEnabled()).toBe(true);
      expect(await shopping.gateway.orders()).toHaveLength(orders);
    });

    it('disables the other ways to pay again if the customer enters the form again', async () => {
      const shop = await shopping.newShop();
      await shop.checkOut();
      await shop.choose('UnionPay');
      await shop.form.getByLabel('Card number').click();
      await shop.page.getByRole('button', { name: 'I did not pay in the app' }).click();
      await shop.seesText(/^No payment has been reported so far/);
      await shop.form.getByLabel('Card number').click();
      await shop.seesText('Finish or cancel the payment in the UnionPay app first.');
      expect(await card(shop).isDisabled()).toBe(true);
    });
  });

  it('lets a customer who has entered the form, but has not sent it, pay by card after all', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.choose('UnionPay');
    await shop.form.getByLabel('Card number').fill(cards.unionPayPaid);
    await shop.page.getByRole('button', { name: 'I did not pay in the app' }).click();
    await shop.choose('Card');
    // The form that the customer has entered stays on the page, out of sight.
    const form = shop.page.frameLocator('iframe:visible');
    await shop.fillIn(cards.paid, form);
    await shop.payButton(form).click();
    await shop.sees('Thank you. Your order is paid.');
  });
});
