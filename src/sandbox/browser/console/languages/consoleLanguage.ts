import { chooseAmong, sayWith, type Say } from '../../languages/dictionary';
import { fr } from './fr';
import { zh } from './zh';

/** What the console speaks, beside English. */
const dictionaries = new Map(Object.entries({ fr, zh }));

/** Each language by its own name. */
export const languageNames = { en: 'English', fr: 'Français', zh: '中文' } as const;

const ways = new Map([...dictionaries].map(([language, dictionary]) => [language, sayWith(dictionary)]));
const english = sayWith(undefined);

/** The first of these languages (BCP 47, best first) that the console speaks; else English. */
export const chooseConsoleLanguage = (tags: readonly string[]): string => chooseAmong(dictionaries, tags);

/** How the console speaks. What the sandbox itself says (reasons, behaviours of cards) is English. */
export const sayInConsole = (language: string): Say => ways.get(language) ?? english;
