import { chooseAmong, sayWith, type Say } from './dictionary';
import { fr } from './fr';
import { zh } from './zh';

/** What the card page speaks, beside English. */
const dictionaries = new Map(Object.entries({ fr, zh }));

/** The first of the customer's languages (BCP 47, best first) that the card page speaks; else English. */
export const chooseLanguage = (tags: readonly string[]): string => chooseAmong(dictionaries, tags);

/** How the card page speaks to a customer. */
export const sayIn = (language: string): Say => sayWith(dictionaries.get(language));
