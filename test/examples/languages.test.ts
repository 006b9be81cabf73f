import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testCards } from 'react-iotpay/sandbox';
import { describe, expect, it } from 'vitest';
import { en, fr as libraryFr, zh as libraryZh } from 'react-iotpay';
import { enCheckout } from '../../src/client/provider/languages/enCheckout';
import { meanings } from '../../examples/reference-shop/page/languages/reasons';
import { fr } from '../../examples/reference-shop/page/languages/fr';
import { zh } from '../../examples/reference-shop/page/languages/zh';
import { priceBag } from '../../examples/reference-shop/server/priceBag';
import { catalogue } from '../../examples/reference-shop/server/catalogue';

const server = fileURLToPath(new URL('../../examples/reference-shop/server/', import.meta.url));

/** The sentences in the server's code that are meant for customers: those of a plain `Error` go to its log. */
function serverSentences(): string[] {
  return readdirSync(server, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name }) => {
      const code = readFileSync(server + name, 'utf8')
        .replace(/^ *(\/\*\*| \*|\/\/).*$/gm, '')
        .replace(/new Error\([^;]*;/g, '');
      return [...code.matchAll(/(['`])([A-Z][^'`\n]* [^'`\n]*\.)\1/g)].map(([, , text = '']) =>
        text.replace(/\$\{.*?\}/g, '{}'),
      );
    });
}

const placeholders = (text: string) => text.split('{}').length - 1;

describe('the languages of the shop', () => {
  it.each(Object.entries({ fr, zh }))('have a place for every value: %s', (_language, dictionary) => {
    for (const [text, translation] of Object.entries(dictionary)) {
      expect([text, placeholders(translation)]).toEqual([text, placeholders(text)]);
    }
  });

  it('know every sentence that the server says to customers', () => {
    const products = [...catalogue.values()];
    const { taxes } = priceBag(products.map(({ id }) => ({ productId: id, quantity: 1 })));
    const sentences = serverSentences();
    expect(sentences).toContain('The bag is empty.');
    const said = [
      ...sentences,
      ...products.flatMap(({ name, detail }) => [name, detail]),
      ...taxes.map(({ label }) => label),
      ...testCards.map(({ title }) => title),
    ];
    expect(said.filter((text) => !Object.hasOwn(fr, text))).toEqual([]);
  });

  /** What the gateway's API says to programmers: names of calls and fields, results, statuses. Test cards are named after some statuses. */
  const raw =
    /\bcc_|\bFAIL\b|\bSUCCESS\b|\btimeout\b|retCode|retMsg|retData|\bstatus \d|\bsystem error\b|\bpay order\b/i;
  const testCardTitles: readonly string[] = testCards.map(({ title }) => title);

  it.each(Object.entries({ fr, zh }))(
    'hold no raw word of the gateway, nor does the English: %s',
    (_language, texts) => {
      for (const [text, translation] of Object.entries(texts)) {
        if (testCardTitles.includes(text)) continue;
        expect(text).not.toMatch(raw);
        expect(translation).not.toMatch(raw);
      }
    },
  );

  it.each([
    ['en', { ...en.messages, ...enCheckout }],
    ['fr', { ...libraryFr.messages, ...libraryFr.checkout }],
    ['zh', { ...libraryZh.messages, ...libraryZh.checkout }],
  ])('are joined by those of the library, which hold no raw word of the gateway: %s', (_language, texts) => {
    for (const text of Object.values(texts)) expect(text).not.toMatch(raw);
  });

  it('have a meaning in words for every reason that the sandbox gives for a refusal', () => {
    const reasons = testCards.flatMap(({ effect }) => [
      ...('retMsg' in effect ? [effect.retMsg] : []),
      ...('refusal' in effect && effect.refusal ? [effect.refusal] : []),
    ]);
    expect(reasons).toContain('Card declined');
    expect(reasons.filter((reason) => !Object.hasOwn(meanings, reason))).toEqual([]);
    expect(Object.values(meanings).filter((meaning) => !Object.hasOwn(fr, meaning))).toEqual([]);
  });
});
