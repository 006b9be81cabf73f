import { fr, type Text } from './fr';
import { zh } from './zh';

const locales = { en: 'en-CA', fr: 'fr-CA', zh: 'zh-CN' } as const;

type Language = keyof typeof locales;

const dictionaries: Record<Language, Readonly<Record<Text, string>> | undefined> = { en: undefined, fr, zh };

const isSpoken = (language: string): language is Language => Object.hasOwn(locales, language);

/** The first of the customer's languages (BCP 47, best first) that the shop speaks. IOTPay's form chooses in the same way. */
function chooseLanguage(tags: readonly string[]): Language {
  const languages = tags.map((tag) => tag.toLowerCase().split('-', 1)[0] ?? '');
  return languages.find(isSpoken) ?? 'en';
}

/** The language of this visit. */
export const language = chooseLanguage(navigator.languages);

/** How that language writes money, numbers and dates; BCP 47. */
export const locale = locales[language];

/** Says an English text in the customer's language; each `{}` in it stands for one of the values, in their order. */
export function say(text: Text, ...values: string[]): string {
  const rest = [...values];
  return (dictionaries[language]?.[text] ?? text).replaceAll('{}', () => rest.shift() ?? '');
}
