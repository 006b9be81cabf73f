import { describe, expect, it } from 'vitest';
import { acceptedLanguages } from '../../../src/sandbox/pages/acceptedLanguages';
import { startMerchant } from '../merchant';

describe('acceptedLanguages', () => {
  it.each([
    ['fr-CA,fr;q=0.9,en;q=0.8', ['fr-CA', 'fr', 'en']],
    ['en;q=0.5, zh-Hans-CA', ['zh-Hans-CA', 'en']],
    ['fr;q=0, en', ['en']],
    ['fr;q=x, en', ['en']],
    ['', []],
    [undefined, []],
  ])('acceptedLanguages of %j are %j', (header, languages) => {
    expect(acceptedLanguages(header)).toEqual(languages);
  });
});

describe('the card page', () => {
  async function openIn(language: string, mode: 'Pay' | 'Add' = 'Pay'): Promise<string> {
    const merchant = await startMerchant();
    const secureId =
      mode === 'Pay'
        ? (await merchant.purchase({ amount: 2434 })).secureId
        : String((await merchant.call('cc_addcard', merchant.cardFields())).retData.secureId);
    const path = mode === 'Pay' ? 'purchase' : 'addcard';
    const url = `${merchant.sandbox.url}/cc/${path}?key=${secureId}`;
    const answer = await fetch(url, { headers: { 'Accept-Language': language } });
    return (await answer.text()).replaceAll('\u00a0', ' ');
  }

  it.each([
    ['fr-CA', 'fr', 'Payer 24,34 $', '<strong>24,34 $</strong>Commande ', 'Payer par carte'],
    ['zh-Hans-CA,en;q=0.5', 'zh', '支付 $24.34', '<strong>$24.34</strong>订单 ', '银行卡支付'],
    ['de-CH', 'en', 'Pay $24.34', '<strong>$24.34</strong>Order ', 'Pay by card'],
  ])('the card page for the languages %s is in %s', async (accepted, language, action, summary, title) => {
    const page = await openIn(accepted);
    expect(page).toContain(`<html lang="${language}"`);
    expect(page).toContain(`<title>${title}</title>`);
    for (const text of [action, summary]) expect(page).toContain(text);
  });

  it('the card page that saves a card is in the customer’s language, too', async () => {
    const page = await openIn('fr', 'Add');
    expect(page).toMatch(/Enregistrer une carte[\s\S]*pour /);
    expect(page).toContain('Enregistrer la carte');
  });
});
