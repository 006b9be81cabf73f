import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards } from './shop';

describe('saving a card', () => {
  const shopping = useDemo();

  it('lists the card as the gateway knows it, and charges nothing', async () => {
    const shop = await shopping.newShop();
    await shop.openAccount();
    await shop.payWith(cards.paid);
    await shop.seesText('Your card is saved.');
    await shop.seesText('424242******4242');
    expect((await shopping.gateway.orders()).every((order) => order.charges === 0)).toBe(true);

    await shop.checkOut();
    await shop.choose(/424242\*+4242$/);
  });

  it('moves the focus to the button that pays with it, which chooses it at the checkout', async () => {
    const shop = await shopping.newShop();
    await shop.openAccount();
    await shop.payWith(cards.paid);
    await shop.seesText('Your card is saved.');
    await shop.page.locator('button:focus', { hasText: 'Pay with a saved card' }).waitFor();
    await shop.page.keyboard.press('Enter');
    await shop.sees('Checkout');
    expect(await shop.page.getByRole('radio', { name: /4242$/ }).isChecked()).toBe(true);
    await shop.checkout.getByRole('button', { name: /^Pay/ }).click();
    await shop.sees('Thank you. Your order is paid.');
  });

  it('is undone when the customer removes the card', async () => {
    const shop = await shopping.newShop();
    await shop.openAccount();
    await shop.payWith(cards.paid);
    await shop.page.getByRole('button', { name: 'Remove 424242******4242' }).click();
    await shop.seesText('You have no saved card.');
    await shop.checkOut();
    await shop.form.getByLabel('Card number').waitFor();
    expect(await shop.page.getByRole('radio').count()).toBe(2);
  });

  it('says why a card was not saved, and takes another', async () => {
    const shop = await shopping.newShop();
    await shop.openAccount();
    await shop.payWith(cards.declined);
    await shop.seesText('The card was not saved. The bank declined the card.');
    await shop.page.getByRole('button', { name: 'Try again' }).click();
    await shop.payWith(cards.paid);
    await shop.seesText('Your card is saved.');
    await shop.page.getByRole('listitem').waitFor();
  });

  it('shows a customer no cards of another customer', async () => {
    const shop = await shopping.newShop();
    await shop.saveCard(cards.paid);

    const other = await shopping.newShop();
    await other.open('/orders');
    await other.seesText('You have no saved card.');
  });
});
