import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useDemo } from './demo';
import { cards, type Shop } from './shop';

/** What the gateway's API says to programmers. */
const raw =
  /\bcc_|\bFAIL\b|\bSUCCESS\b|\btimeout\b|retCode|retMsg|status \d|system error|pay order|Card declined/i;

const textOf = (page: Page) => page.evaluate(() => document.body.innerText);

/** Fills in IOTPay's form and pays, in any language. */
async function payWith(shop: Shop, cardNumber: string): Promise<void> {
  await shop.form.locator('#number').fill(cardNumber);
  await shop.form.locator('#holder').fill('Ada Morgan');
  await shop.form.locator('#expiry').fill('12/39');
  await shop.form.locator('#code').fill('123');
  await shop.form.locator('button').click();
}

describe.each(['en-CA', 'fr-CA', 'zh-CN'])('the gateway’s raw words, in a shop that speaks %s', (locale) => {
  const shopping = useDemo();

  it.each([
    ['a declined card', cards.declined, 'declined'],
    ['a card without funds', '4000000000009995', 'declined'],
    ['a gateway that breaks in mid-payment', '4000000000000119', 'declined'],
  ])('reach no customer with %s', async (_what, card, status) => {
    const shop = await shopping.newShop(undefined, { locale });
    await shop.open('/checkout');
    await payWith(shop, card);
    await shop.page.locator(`.iotpay-checkout[data-status=${status}]`).waitFor();
    expect(await textOf(shop.page)).not.toMatch(raw);
  });

  it('reach no customer when the UnionPay app does not answer', async () => {
    const shop = await shopping.newShop(undefined, { locale });
    await shop.open('/checkout');
    await shop.page.getByRole('radio').nth(1).check();
    await shop.form.locator('#number').waitFor();
    await shopping.gateway.addFault({ call: 'cc_query', kind: 'fail', retMsg: 'busy', times: 1000 });
    await payWith(shop, cards.unionPaySilentPaid);
    await shop.page.locator('.iotpay-checkout[data-status=confirming]').waitFor();
    expect(await textOf(shop.page)).not.toMatch(raw);
  });

  it('reach no customer when a card can not be saved', async () => {
    const shop = await shopping.newShop(undefined, { locale });
    await shop.open('/orders');
    await shop.page.locator('main').getByRole('button').click();
    await payWith(shop, cards.declined);
    await shop.page.locator('.told').waitFor();
    expect(await textOf(shop.page)).not.toMatch(raw);
  });

  it('reach nobody when money can not be given back as it was asked for', async () => {
    const shop = await shopping.newShop(undefined, { locale });
    await shop.open('/checkout');
    await payWith(shop, cards.paid);
    const amount = shop.page.locator('.refund-form input');
    await amount.fill(locale === 'fr-CA' ? '10,00' : '10.00');
    await shop.page.locator('.refund-form button').click();
    await shop.page.locator('.refund-list [data-state=failed]').waitFor();
    expect(await textOf(shop.page)).not.toMatch(raw);

    await shopping.gateway.settle();
    await amount.fill(locale === 'fr-CA' ? '56,20' : '56.20');
    await shop.page.locator('.refund-form button').click();
    await shop.page.locator('.refund-list [data-state=succeeded]').waitFor();
    expect(await textOf(shop.page)).not.toMatch(raw);
  });
});
