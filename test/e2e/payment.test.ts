import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards } from './shop';

describe('paying by card', () => {
  const shopping = useDemo();

  it('shows a receipt, and the server knows of the payment by a verified notification', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);

    await shop.sees('Thank you. Your order is paid.');
    await shop.logSays('Paid');
    await shop.seesText('424242******4242');

    const mchOrderNo = await shop.orderNo();
    expect(await shopping.gateway.orders()).toMatchObject([
      { mchOrderNo, channel: 'PF_CC', amount: 5620, charges: 1 },
    ]);
    await expect
      .poll(() => shopping.gateway.notifications())
      .toMatchObject([{ mchOrderNo, state: 'delivered' }]);
  });

  it('keeps the receipt after a reload, and starts the next purchase with another order', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    const first = await shop.orderNo();
    await shop.page.reload();
    await shop.sees('Thank you. Your order is paid.');

    await shop.page.getByRole('link', { name: 'Back to the shop' }).click();
    await shop.page.getByRole('button', { name: 'Check out' }).click();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    expect(await shop.orderNo()).not.toBe(first);
    await shop.page.getByRole('link', { name: 'Your orders and cards' }).click();
    await shop.page.getByRole('listitem').nth(1).waitFor();
  });

  it('says that a card was declined, and takes another card on a fresh order', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.declined);
    await shop.isDeclined();
    await shop.tryAnotherCard();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');

    const orders = await shopping.gateway.orders();
    expect(orders.map(({ status }) => status)).toEqual([2, 9]);
    expect(orders[0]?.mchOrderNo).toBe(await shop.orderNo());
  });

  it('opens no other form after a decline before the server knows of it', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.fillIn(cards.declined);
    await shopping.gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await shop.payButton().click();
    await shop.isDeclined();
    await shop.tryAnotherCard();
    await shop.isConfirming();
    expect(await shop.checkout.getByRole('button').count()).toBe(0);
    expect(await shopping.gateway.orders()).toHaveLength(1);

    await shopping.gateway.clearFaults();
    await shop.isDeclined();
  });

  it('says paid only when the server knows, and sells nothing more until then, also after a reload', async () => {
    await shopping.gateway.setClocks({ notifyDelayMs: 60_000 });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.fillIn(cards.paid);
    await shopping.gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await shop.payButton().click();
    await shop.isConfirming();

    await shop.page.getByRole('link', { name: 'Change the bag' }).click();
    await shop.page.getByRole('button', { name: 'One more: Deck mug' }).click();
    await shop.page.getByRole('region', { name: 'Summary' }).getByText('$75.17').waitFor();
    await shop.page.getByRole('button', { name: 'Check out' }).click();
    await shop.isConfirming();
    await shop.page.reload();
    await shop.isConfirming();

    await shopping.gateway.clearFaults();
    await shop.sees('Thank you. Your order is paid.');
    await shop.page.getByRole('region', { name: 'What you bought' }).getByText('$56.20').waitFor();
    expect(await shopping.gateway.orders()).toHaveLength(1);
  });

  it('charges once when the pay button is clicked twice', async () => {
    await shopping.gateway.setClocks({ bankMs: 300 });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.fillIn(cards.paid);
    await shop.payButton().dblclick();
    await shop.sees('Thank you. Your order is paid.');
    expect((await shopping.gateway.orders()).map((order) => order.charges)).toEqual([1]);
  });

  it('charges once when the SDK calls back twice', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.calledBackTwice);
    await shop.sees('Thank you. Your order is paid.');
    expect((await shopping.gateway.orders()).map((order) => order.charges)).toEqual([1]);
  });

  it('confirms a payment that the gateway has not decided, until it has, also after a reload', async () => {
    await shopping.gateway.setClocks({ pendingMs: 4000 });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.pending);
    await shop.isConfirming();
    await shop.page.reload();
    await shop.isConfirming();
    await shop.sees('Thank you. Your order is paid.');
    expect((await shopping.gateway.orders()).map((order) => order.charges)).toEqual([1]);
  });

  it('can be done with the keyboard alone', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    const { keyboard } = shop.page;
    await shop.form.getByLabel('Card number').focus();
    for (const typed of [cards.paid, 'Ada Morgan', '1239', '123']) {
      await keyboard.type(typed);
      await keyboard.press('Tab');
    }
    await keyboard.press('Enter');
    await shop.sees('Thank you. Your order is paid.');
    await shop.page.locator('h1:focus').waitFor();
  });
});
