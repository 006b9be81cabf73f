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
    await shop.page.getByRole('button', { name: 'Pay $56.20 with •••• 4242' }).click();
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
    await shop.page.getByRole('button', { name: /^Pay .* 4242$/ }).dblclick();
    await shop.sees('Thank you. Your order is paid.');
    expect((await charged()).map(({ charges }) => charges)).toEqual([1]);
  });

  it('says that the card was declined, and takes another way to pay', async () => {
    const shop = await shopping.newShop();
    await shop.saveCard(cards.savedThenDeclined);
    await shop.page.getByRole('button', { name: /^Pay .* 0341$/ }).click();
    await shop.sees('Your payment was declined');
    await shop.seesText('Card declined');
    await shop.logSays('Declined');
    await shop.page.getByRole('button', { name: 'Try again' }).click();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
  });

  it('waits for a bank that has not decided yet', async () => {
    const shop = await shopping.newShop();
    await shop.saveCard(cards.pending);
    await shop.page.getByRole('button', { name: /^Pay .* 0077$/ }).click();
    await shop.sees('We are confirming your payment');
    await shop.sees('Thank you. Your order is paid.');
  });

  it('is paid exactly once when the answer is lost, and is not sold again in another tab', async () => {
    const shop = await shopping.newShop();
    await shop.saveCard(cards.paid);
    await shopping.gateway.loseNotification();
    await shopping.gateway.addFault({ call: 'cc_purchasewithtoken', kind: 'cut', carriedOut: true });
    await shop.page.context().route('**/refresh', (route) => route.abort('connectionrefused'));
    await shop.page.getByRole('button', { name: /^Pay .* 4242$/ }).click();
    await shop.sees('We are confirming your payment');
    const mchOrderNo = await shop.orderNo();

    // Another tab knows nothing of it.
    const tab = await shop.page.context().newPage();
    await tab.goto(`${shopping.shopUrl}/checkout`);
    await tab.waitForURL(`${shopping.shopUrl}/orders/${mchOrderNo}`);
    await shop.page.context().unrouteAll();
    await shop.sees('Thank you. Your order is paid.');
    await shop.logSays(/answer when the server asked/);
    expect(await charged()).toMatchObject([{ mchOrderNo, charges: 1 }]);
  });

  it('charges nothing that another bag than the one on the page would cost', async () => {
    const shop = await shopping.newShop((context) =>
      context.route('**/api/bag', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ json: { ...((await response.json()) as object), total: 1 } });
      }),
    );
    await shop.saveCard(cards.paid);
    await shop.page.getByRole('button', { name: /^Pay \$0\.01/ }).click();
    await shop.panel.getByRole('alert').getByText('The total has changed.').waitFor();
    expect(await charged()).toEqual([]);
  });
});
