import { describe, expect, it } from 'vitest';
import { chooseMessages } from '../../../src/client/provider/languages/chooseMessages';
import { enCheckout } from '../../../src/client/provider/languages/enCheckout';
import { en } from '../../../src/client/provider/languages/en';
import { fr } from '../../../src/client/provider/languages/fr';
import type { IotPayLanguage } from '../../../src/client/provider/languages/language';
import { zh } from '../../../src/client/provider/languages/zh';

it('replaces single texts of a language by the shop’s own texts', () => {
  const messages = chooseMessages(fr, { retry: 'Encore', script_timeout: 'Trop lent' });
  expect(messages).toEqual({ ...fr.messages, retry: 'Encore', script_timeout: 'Trop lent' });
});

describe.each([fr, zh])('$tag', ({ messages, checkout }: IotPayLanguage) => {
  it('says all that English says, and nothing in English', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en.messages).sort());
    for (const [name, text] of Object.entries(en.messages)) {
      expect(messages[name as keyof typeof messages], name).not.toBe(text);
    }
  });

  it('says all that the checkout says in English, with the same values in its texts', () => {
    const texts = new Map(Object.entries(checkout ?? {}));
    expect([...texts.keys()].sort()).toEqual(Object.keys(enCheckout).sort());
    for (const [name, text] of Object.entries<string>({ ...enCheckout }))
      expect(texts.get(name)?.match(/\{\w+\}/g), name).toEqual(text.match(/\{\w+\}/g));
  });
});

it.each<[string, IotPayLanguage, RegExp]>([
  ['English', en, /charged/],
  ['French', fr, /débité/],
  ['Chinese', zh, /扣款/],
])(
  'claims nothing about charges in %s but in the one text for it, which not every failure may show',
  (_, { messages }, claim) => {
    const claims = Object.entries<string>({ ...messages }).filter(([, text]) => claim.test(text));
    expect(claims.map(([name]) => name)).toEqual(['notPaid']);
  },
);
