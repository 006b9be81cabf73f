import { describe, expect, it } from 'vitest';
import { chooseMessages } from '../../src/client/languages/chooseMessages';
import { en } from '../../src/client/languages/en';
import { fr } from '../../src/client/languages/fr';
import { zh } from '../../src/client/languages/zh';

describe('chooseMessages', () => {
  it.each([
    ['fr', fr],
    ['fr-CA', fr],
    ['FR-ca', fr],
    ['zh-Hans-CA', zh],
    ['en-CA', en],
    ['de', en],
    ['fra', en],
    ['', en],
  ])('reads %j', (locale, language) => {
    expect(chooseMessages(locale, [fr, zh], undefined)).toEqual(language.messages);
  });

  it('takes the first language when there is no locale, and English when there is none', () => {
    expect(chooseMessages(undefined, [zh, fr], undefined)).toEqual(zh.messages);
    expect(chooseMessages(undefined, [], undefined)).toEqual(en.messages);
  });

  it('lets single texts be replaced', () => {
    const messages = chooseMessages('fr', [fr], { retry: 'Encore', script_timeout: 'Trop lent' });
    expect(messages).toEqual({ ...fr.messages, retry: 'Encore', script_timeout: 'Trop lent' });
  });
});

it('says in every language what English says', () => {
  const codes = (messages: object) => Object.keys(messages);
  for (const { messages } of [fr, zh])
    expect(codes(messages)).toEqual(expect.arrayContaining(codes(en.messages)));
});
