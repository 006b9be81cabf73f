import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards } from './shop';

describe('paying again with a saved card', () => {
  const shopping = useDemo();

  /** The payments that a card was charged for. */
  const charged = async () => (await shopping.gateway.orders()).filter(({ charges }) => charges > 0);

  it('takes one click, and the server has the result from the gateway', async () => {
    const shop = await shopping.newShop();
    await shop.saveCard(cards.paid);
    await shop.payWithSaved('4242');
    await shop.sees('Thank you. Your order is paid.');
    await shop.seesText('424242******4242');
    expect(await charged()).toMatchObject([
      { mchOrderNo: await shop.orderNo(), amount: 5620, charges: 1, status: 2 },
    ]);
  });

  it('charges once when it is clicked twice', async () => {
    await shopping.gateway.setClocks({ bankMs: 300 });
    const shop = await shopping.newShop();
    await shop.saveCard(cards.paid);
    await shop.choose(/4242$/);
    await shop.checkout.getByRole('button', { name: 'Pay $56.20' }).dblclick();
    await shop.sees('Thank you. Your order is paid.');
    expect((await charged()).map(({ charges }) => charges)).toEqual([1]);
  });

  it('says that the card was declined, and takes another way to pay', async () => {
    const shop = await shopping.newShop();
    await shop.saveCard(cards.savedThenDeclined);
    await shop.payWithSaved('0341');
    await shop.isDeclined();
    await shop.tryAnotherCard();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
  });

  it('waits for a bank that has not decided yet', async () => {
    const shop = await shopping.newShop();
    await shop.saveCard(cards.pending);
    await shop.payWithSaved('0077');
    await shop.isConfirming();
    await shop.sees('Thank you. Your order is paid.');
  });

  it('is paid exactly once when the answer is lost, and is not sold again in another tab', async () => {
    const shop = await shopping.newShop();
    await shop.saveCard(cards.paid);
    await shop.choose(/4242$/);
    await shopping.gateway.loseNotification();
    await shopping.gateway.addFault({ call: 'cc_purchasewithtoken', kind: 'cut', carriedOut: true });
    // The first question is about the form that was not paid.
    await shopping.gateway.addFault({ call: 'cc_query', kind: 'delay', ms: 1 });
    await shopping.gateway.addFault({ call: 'cc_query', kind: 'fail', times: 1000 });
    await shop.checkout.getByRole('button', { name: 'Pay $56.20' }).click();
    await shop.isConfirming();

    // Another tab knows nothing of it.
    const tab = await shop.page.context().newPage();
    await tab.goto(`${shopping.shopUrl}/checkout`);
    await tab.getByText('We are waiting for confirmation. Please do not pay again.').waitFor();
    await shopping.gateway.clearFaults();
    // The pauses between the questions have grown, so the customer turns to the tab to see.
    const thanks = tab.getByRole('heading', { name: 'Thank you. Your order is paid.' });
    const isPaid = async () => {
      await tab.evaluate(() => window.dispatchEvent(new Event('focus')));
      return thanks.isVisible();
    };
    await expect.poll(isPaid, { timeout: 15_000, interval: 1100 }).toBe(true);
    await shop.page.bringToFront();
    await shop.sees('Thank you. Your order is paid.');
    expect(await charged()).toMatchObject([{ mchOrderNo: await shop.orderNo(), charges: 1 }]);
  });

  it('charges nothing that another bag than the one on the page would cost', async () => {
    const shop = await shopping.newShop();
    await shop.saveCard(cards.paid);
    await shop.choose(/4242$/);
    const tab = await shop.page.context().newPage();
    await tab.goto(shopping.shopUrl);
    await tab.getByRole('button', { name: 'One more: Deck mug' }).click();
    await tab.getByRole('region', { name: 'Summary' }).getByText('$75.17').waitFor();

    await shop.page.bringToFront();
    await shop.checkout.getByRole('button', { name: 'Pay $56.20' }).click();
    await shop.seesText('The bag was changed in another tab. Look at it before you pay.');
    await shop.page.getByRole('region', { name: 'Your order' }).getByText('Deck mug').waitFor();
    expect(await charged()).toEqual([]);
  });
});
