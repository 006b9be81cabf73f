import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards } from './shop';

describe('saving a card', () => {
  const shopping = useDemo();

  it('lists the card as the gateway knows it, and charges nothing', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.choose('Saved cards');
    await shop.payWith(cards.paid);
    await shop.seesText('Your card is saved.');
    await shop.seesText('424242******4242');
    expect((await shopping.gateway.orders()).every((order) => order.charges === 0)).toBe(true);

    await shop.page.reload();
    await shop.choose('Saved cards');
    await shop.seesText('424242******4242');
  });

  it('says why a card was not saved, and takes another', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.choose('Saved cards');
    await shop.payWith(cards.declined);
    await shop.seesText('The card was not saved. Card declined');
    await shop.page.getByRole('button', { name: 'Try again' }).click();
    await shop.payWith(cards.paid);
    await shop.seesText('Your card is saved.');
    await shop.panel.getByRole('listitem').waitFor();
  });

  it('shows nobody the cards of another customer', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.choose('Saved cards');
    await shop.payWith(cards.paid);
    await shop.seesText('Your saved cards');

    const other = await shopping.newShop();
    await other.open();
    const answer = await other.page.request.get(`${shopping.shopUrl}/api/cards`);
    expect(await answer.json()).toEqual([]);
  });
});
