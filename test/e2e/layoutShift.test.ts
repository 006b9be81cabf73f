import { describe, expect, it } from 'vitest';
import { layoutShift, mostShift, watchLayoutShift, windows } from '../pages/layoutShift';
import { useDemo } from './demo';
import { cards } from './shop';

describe.each(windows)('the layout shift of the shop in a window of $width px', (viewport) => {
  const shopping = useDemo();

  async function openShop() {
    const shop = await shopping.newShop(undefined, { viewport });
    await watchLayoutShift(shop.page);
    return shop;
  }

  it('is small on the bag page', async () => {
    const shop = await openShop();
    await shop.open();
    await shop.page.getByText('$56.20').waitFor();
    expect(await layoutShift(shop.page)).toBeLessThanOrEqual(mostShift);
  });

  it('is small while the checkout loads its form', async () => {
    const shop = await openShop();
    await shop.checkOut();
    await shop.form.getByLabel('Card number').waitFor();
    await shop.checkout.getByText('$56.20').waitFor();
    expect(await layoutShift(shop.page)).toBeLessThanOrEqual(mostShift);
  });

  it('is small while the checkout of a customer with a saved card loads', async () => {
    const shop = await openShop();
    await shop.saveCard(cards.paid);
    await shop.form.getByLabel('Card number').waitFor();
    await shop.page.getByRole('radio', { name: /4242$/ }).waitFor();
    expect(await layoutShift(shop.page)).toBeLessThanOrEqual(mostShift);
  });

  it('is small while the form that saves a card loads', async () => {
    const shop = await openShop();
    await shop.openAccount();
    await shop.form.getByLabel('Card number').waitFor();
    expect(await layoutShift(shop.page)).toBeLessThanOrEqual(mostShift);
  });

  it('is small when an order’s page is opened', async () => {
    const shop = await openShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    await shop.page.reload();
    await shop.page.getByRole('region', { name: 'Refund' }).waitFor();
    expect(await layoutShift(shop.page)).toBeLessThanOrEqual(mostShift);
  });
});

describe('the checkout on a small phone', () => {
  const shopping = useDemo();

  it('leaves the first field in the window beside the drawn card', async () => {
    const size = { width: 360, height: 640 };
    const shop = await shopping.newShop(undefined, { viewport: size });
    await shop.checkOut();
    const field = shop.form.getByLabel('Card number');
    await field.waitFor();
    await shop.checkout.getByText('$56.20').waitFor();
    const box = await field.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
  });
});
