import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testCards } from 'react-iotpay/sandbox';
import { describe, expect, it } from 'vitest';
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

  it('know whatever the server says to customers', () => {
    const products = [...catalogue.values()];
    const { taxes } = priceBag(products.map(({ id }) => ({ productId: id, quantity: 1 })));
    const sentences = serverSentences();
    expect(sentences).toContain('The bag is empty.');
    const said = [
      ...sentences,
      ...products.flatMap(({ name, detail }) => [name, detail]),
      ...taxes.map(({ label }) => label),
      ...testCards.map(({ behaviour }) => behaviour),
    ];
    expect(said.filter((text) => !Object.hasOwn(fr, text))).toEqual([]);
  });
});
