import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fr } from '../../examples/reference-shop/page/languages/fr';
import { useDemo } from './demo';
import { cards } from './shop';

/** What would be a slip on a page in another language. Short words are words of French as well; IOTPay's are quoted. */
const english = Object.keys(fr).filter(
  (text) =>
    text.length > 12 &&
    !text.includes('{}') &&
    !Object.values(fr).some((translation) => translation.includes(text)),
);

/** The texts of the page that a customer sees or hears, without those of the card form's iframe. */
async function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.title,
      document.body.innerText,
      ...[...document.querySelectorAll('[aria-label], [title], [alt]')].flatMap((element) =>
        ['aria-label', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
      ),
    ].join('\n'),
  );
}

async function expectNoEnglish(page: Page): Promise<void> {
  const words = await wordsOf(page);
  expect(english.filter((text) => words.includes(text))).toEqual([]);
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const languages = [
  {
    locale: 'fr-CA',
    bag: 'Votre panier',
    checkOut: 'Passer au paiement',
    checkout: 'Paiement',
    total: '56,20\u00a0$',
    form: 'Renseignements sur la carte',
    loading: 'Chargement du formulaire de carte…',
    cardNumber: 'Numéro de carte',
    pay: 'Payer 56,20\u00a0$',
    unionPay: 'UnionPay',
    account: 'Vos commandes et cartes',
    saveCard: 'Enregistrer une carte',
    testCards: 'Cartes de test',
  },
  {
    locale: 'zh-CN',
    bag: '您的购物袋',
    checkOut: '去结账',
    checkout: '结账',
    total: '$56.20',
    form: '银行卡信息',
    loading: '正在加载银行卡表单…',
    cardNumber: '卡号',
    pay: '支付 $56.20',
    unionPay: '银联',
    account: '您的订单和银行卡',
    saveCard: '保存银行卡',
    testCards: '测试卡',
  },
];

describe('the customer’s language', () => {
  const shopping = useDemo();

  it.each(languages)('is spoken by the shop and the card form: $locale', async (words) => {
    const shop = await shopping.newShop(undefined, { locale: words.locale });
    const { page } = shop;
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await shop.open();
      await shop.sees(words.bag);
      await page.getByText(words.total, { exact: true }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(words.locale);
      expect(await overflow(page)).toBe(0);
      await expectNoEnglish(page);

      await page.getByRole('button', { name: words.checkOut }).click();
      await shop.sees(words.checkout);
      await shop.form.getByLabel(words.cardNumber).waitFor();
      await shop.form.getByRole('button', { name: words.pay }).waitFor();
      await page.getByText(words.testCards).first().press('Enter');
      expect(await overflow(page)).toBe(0);
      await expectNoEnglish(page);
    }
    await shop.open('/checkout');
    await page.getByRole('radio', { name: words.unionPay }).check();
    await shop.form.getByLabel(words.cardNumber).waitFor();
    await expectNoEnglish(page);
    await shop.open('/orders');
    await shop.sees(words.account);
    await page.getByRole('button', { name: words.saveCard }).click();
    await shop.form.getByLabel(words.cardNumber).waitFor();
    await page.getByRole('group', { name: words.form }).waitFor();
    await expectNoEnglish(page);
  });

  it.each(languages)('is spoken while the card form loads: $locale', async ({ locale, loading }) => {
    const shop = await shopping.newShop(
      (context) =>
        context.route('**/iotpaycc.js', () => {
          // Never answered.
        }),
      { locale },
    );
    await shop.open('/checkout');
    await shop.seesText(loading);
    await expectNoEnglish(shop.page);
  });

  it('takes a payment in French, and gives it back', async () => {
    const shop = await shopping.newShop(undefined, { locale: 'fr-CA' });
    const { page, form } = shop;
    await shop.open('/checkout');
    await form.getByLabel('Numéro de carte').fill(cards.paid);
    await form.getByLabel('Nom sur la carte').fill('Ada Morgan');
    await form.getByLabel('Date d’expiration').fill('12/39');
    await form.getByLabel('Code de sécurité').fill('123');
    await form.getByRole('button', { name: 'Payer 56,20\u00a0$' }).click();
    await shop.sees('Merci. Votre commande est payée.');
    expect(await page.title()).toBe('Merci. Votre commande est payée. · Fogline');
    await expectNoEnglish(page);

    const refund = page.getByRole('region', { name: 'Remboursement' });
    const amount = refund.getByLabel('Montant, CAD');
    expect(await amount.inputValue()).toBe('56,20');
    await amount.fill('60,00 $');
    await refund.getByRole('button', { name: 'Rembourser' }).click();
    await refund.getByRole('alert').getByText('C’est plus que ce qui reste de ce paiement.').waitFor();
    await amount.fill('10,00 $');
    await refund.getByRole('button', { name: 'Rembourser' }).click();
    await refund
      .getByText('Tant que le paiement n’est pas réglé, seul le montant entier peut être rendu.')
      .waitFor();
    await expectNoEnglish(page);
    await shopping.gateway.settle();
    await amount.fill('10,00 $');
    await refund.getByRole('button', { name: 'Rembourser' }).click();
    await refund.getByText('Montant rendu', { exact: true }).waitFor();
    await refund.getByText('46,20\u00a0$').waitFor();
    await expectNoEnglish(page);
  });

  it('is the first that the shop speaks, else English', async () => {
    for (const [locale, lang] of [
      ['zh-Hant-TW', 'zh-CN'],
      ['de-CH', 'en-CA'],
    ] as const) {
      const shop = await shopping.newShop(undefined, { locale });
      await shop.open('/orders?mchOrderNo=NOSUCHORDER');
      await shop.page.getByRole('heading', { level: 1 }).waitFor();
      expect(await shop.page.locator('html').getAttribute('lang')).toBe(lang);
    }
  });
});
