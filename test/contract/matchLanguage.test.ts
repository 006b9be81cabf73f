import { expect, it } from 'vitest';
import { matchLanguage } from '../../src/contract/matchLanguage';

it.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['FR-ca', 'fr'],
  ['fr_CA', 'fr'],
  ['zh-Hans-CA', 'zh-Hans'],
  ['zh-TW', 'zh'],
  ['fra', undefined],
  ['de', undefined],
  ['', undefined],
])('matches the tag %j with the closest language, which is %s', (wanted, tag) => {
  const languages = [{ tag: 'zh' }, { tag: 'fr' }, { tag: 'zh-Hans' }];
  expect(matchLanguage(wanted, languages)?.tag).toBe(tag);
});
