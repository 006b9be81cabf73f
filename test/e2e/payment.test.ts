import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards } from './shop';

describe('paying by card', () => {
  const shopping = useDemo();

  it('shows a receipt, and the server knows of the payment by a verified notification', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.logSays('Not known to be paid');
    await shop.payWith(cards.paid);

    await shop.sees('Thank you. Your order is paid.');
    await shop.logSays(/signature the server verified/);
    await shop.seesText('424242******4242');

    const [order, ...others] = await shopping.gateway.orders();
    expect(others).toEqual([]);
    expect(order).toMatchObject({
      mchOrderNo: await shop.orderNo(),
      channel: 'PF_CC',
      amount: 5620,
      charges: 1,
    });
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
    await shop.logSays('Not known to be paid');
    expect(await shop.orderNo()).not.toBe(first);
  });

  it('says that a card was declined, and takes another card on a fresh order', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.declined);
    await shop.sees('Your payment was declined');
    await shop.seesText('Card declined');
    await shop.logSays('Declined');
    const declined = await shop.orderNo();

    await shop.page.getByRole('button', { name: 'Try again' }).click();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    const paid = await shop.orderNo();

    expect(paid).not.toBe(declined);
    const orders = await shopping.gateway.orders();
    expect(orders.map(({ mchOrderNo, status }) => [mchOrderNo, status])).toEqual([
      [paid, 2],
      [declined, 9],
    ]);
  });

  it('offers another try after a decline only when the server knows of it too', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.fillIn(cards.declined);
    await shopping.gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await shop.payButton().click();
    await shop.sees('Your payment was declined');
    await shop.seesText(/making sure of it with IOTPay/);
    await shop.logSays('Not known to be paid');
    expect(await shop.page.getByRole('button').count()).toBe(0);

    await shopping.gateway.clearFaults();
    await shop.page.getByRole('button', { name: 'Try again' }).waitFor();
    await shop.logSays('Declined');
  });

  it('sells nothing more until the server knows of a payment that only the form has told of', async () => {
    await shopping.gateway.setClocks({ notifyDelayMs: 60_000 });
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.fillIn(cards.paid);
    await shopping.gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await shop.payButton().click();
    await shop.sees('Thank you. Your card was accepted.');
    const paid = await shop.orderNo();
    await shop.page.getByRole('link', { name: 'Back to the shop' }).click();
    await shop.seesText(/still confirming your last payment/);
    await shop.page.getByRole('button', { name: 'Check out' }).click();
    await shop.sees('We are confirming your payment');
    expect(await shop.orderNo()).toBe(paid);

    await shopping.gateway.clearFaults();
    await shop.sees('Thank you. Your order is paid.');
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

  it('confirms a payment that the gateway has not decided, until it has', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.pending);
    await shop.sees('We are confirming your payment');
    await shop.logSays('Not known to be paid');
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
