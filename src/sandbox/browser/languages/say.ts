import { fr } from './fr';
import { zh } from './zh';

/** What the card page speaks, beside English. */
const dictionaries = new Map(Object.entries({ fr, zh }));

/** Says an English text of the card page in the customer's language. What it does not know stays English. */
export type Say = (text: string) => string;

/** The first of the customer's languages (BCP 47, best first) that the card page speaks; else English. */
export function chooseLanguage(tags: readonly string[]): string {
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-', 1)[0] ?? '';
    if (language === 'en' || dictionaries.has(language)) return language;
  }
  return 'en';
}

/** A template as an expression that finds what stands for its `{}`. */
function patternOf(template: string): RegExp {
  const [first = '', ...rest] = template
    .split('{}')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${[first, ...rest].join('(.+)')}$`, 's');
}

/**
 * How to say things in a language. The English text is the key, so the code reads as it is spoken; a text with something in
 * it (`Pay $24.34`) is found by its template (`Pay {}`).
 */
export function sayIn(language: string): Say {
  const dictionary = dictionaries.get(language);
  if (!dictionary) return (text) => text;
  const templates = Object.keys(dictionary).filter((key) => key.includes('{}'));
  return function say(text): string {
    const known = dictionary[text];
    if (known !== undefined) return known;
    for (const template of templates) {
      const [, ...values] = patternOf(template).exec(text) ?? [];
      if (values.length === 0) continue;
      return (dictionary[template] ?? text).replace(/\{\}/g, () => say(values.shift() ?? ''));
    }
    return text;
  };
}
