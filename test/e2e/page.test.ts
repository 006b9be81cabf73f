import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards, type Shop } from './shop';

const widths = [320, 390, 768, 1280];

/** How far the page sticks out of the window, in pixels. */
const overflow = (shop: Shop) =>
  shop.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the shop page', () => {
  const shopping = useDemo();

  it('works out the total on the server whenever a quantity changes', async () => {
    const shop = await shopping.newShop();
    await shop.open();
    const summary = shop.page.getByRole('region', { name: 'Summary' });
    await summary.getByText('$56.20').waitFor();
    await shop.page.getByRole('button', { name: 'One more: Partridgeberry square' }).click();
    await summary.getByText('$61.20').waitFor();
    await shop.page.getByLabel('Quantity of Harbour Espresso', { exact: true }).fill('3');
    await summary.getByText('$101.18').waitFor();
  });

  it('does not let a customer check out with an empty bag', async () => {
    const shop = await shopping.newShop();
    await shop.open();
    for (const name of ['Harbour Espresso', 'Partridgeberry square', 'A Small Atlas of Fog']) {
      await shop.page.getByLabel(`Quantity of ${name}`, { exact: true }).fill('0');
    }
    await shop.page.getByRole('region', { name: 'Summary' }).getByText('$0.00').last().waitFor();
    expect(await shop.page.getByRole('button', { name: 'Check out' }).isDisabled()).toBe(true);

    await shop.open('/checkout');
    await shop.sees('The bag is empty.');
    expect(await shop.page.locator('iframe').count()).toBe(0);
    await shop.page.getByRole('link', { name: 'Back to the shop' }).click();
    await shop.sees('Your bag');
  });

  it('prints a receipt on one page, without the parts that only the screen needs', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.payWith(cards.paid);
    await shop.sees('Thank you. Your order is paid.');
    await shop.page.emulateMedia({ colorScheme: 'dark' });
    for (const format of ['Letter', 'A4', 'A5']) {
      const pdf = await shop.page.pdf({ format });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    }
    await shop.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await shop.page.getByText('Behind the scenes').isVisible()).toBe(false);
    expect(await shop.page.getByText('$56.20').first().isVisible()).toBe(true);
    const ink = await shop.page.locator('h1').evaluate((heading) => getComputedStyle(heading).color);
    expect(ink).toBe('rgb(14, 27, 41)');
  });

  it('shows which way to pay is chosen where the system forces its colours', async () => {
    const shop = await shopping.newShop(undefined, { forcedColors: 'active' });
    await shop.checkOut();
    const border = (name: string) =>
      shop.checkout
        .locator('label', { hasText: name })
        .evaluate((label) => [
          getComputedStyle(label).borderTopWidth,
          getComputedStyle(label).borderTopColor,
        ]);
    expect(await border('Card')).not.toEqual(await border('UnionPay'));
  });

  it('fits every window, bag and checkout', async () => {
    const shop = await shopping.newShop();
    for (const width of widths) {
      await shop.page.setViewportSize({ width, height: 800 });
      await shop.open();
      await shop.page.getByRole('button', { name: 'Check out' }).waitFor();
      expect(await overflow(shop)).toBe(0);
      await shop.page.getByRole('button', { name: 'Check out' }).click();
      await shop.form.getByLabel('Card number').waitFor();
      await shop.page.getByText('Test cards').press('Enter');
      expect(await overflow(shop)).toBe(0);
    }
  });

  it('moves between the ways to pay with the arrow keys', async () => {
    const shop = await shopping.newShop();
    await shop.checkOut();
    await shop.form.getByLabel('Card number').waitFor();
    await shop.page.getByRole('radio', { name: 'Card', exact: true }).focus();
    await shop.page.keyboard.press('ArrowDown');
    await shop.form.getByLabel('Card number').waitFor();
    expect(await shop.page.getByRole('radio', { name: 'UnionPay' }).isChecked()).toBe(true);
    await expect
      .poll(async () => (await shopping.gateway.orders()).map(({ channel }) => channel))
      .toEqual(['UPI_EX', 'PF_CC']);
  });

  it('asks for a dark form where the customer prefers dark pages', async () => {
    const shop = await shopping.newShop();
    await shop.page.emulateMedia({ colorScheme: 'dark' });
    await shop.checkOut();
    await shop.form.getByLabel('Card number').waitFor();
    const scheme = () => getComputedStyle(document.documentElement).colorScheme;
    expect(await shop.form.locator('html').evaluate(scheme)).toBe('dark');
  });

  it('copies the number of a test card', async () => {
    const shop = await shopping.newShop((context) =>
      context.grantPermissions(['clipboard-read', 'clipboard-write']),
    );
    await shop.checkOut();
    await shop.page.getByText('Test cards').press('Enter');
    await shop.page.getByRole('button', { name: '4242 4242 4242 4242 Copy' }).click();
    await shop.seesText('Copied 4242 4242 4242 4242');
    expect(await shop.page.evaluate(() => navigator.clipboard.readText())).toBe('4242424242424242');
  });

  it('knows nothing of an order that is not there', async () => {
    const shop = await shopping.newShop();
    await shop.open('/orders?mchOrderNo=NOSUCHORDER');
    await shop.sees('We know of no such order of yours');
  });
});
