import { en } from './en';
import type { IotPayLanguage, IotPayMessages } from './language';

/**
 * The language for a BCP 47 `locale`: its own, else the closest one (`fr-CA` → `fr`, `zh-Hans-CA` → `zh`), else English. An underscore counts as
 * a hyphen, because many systems write `fr_CA`.
 */
export function chooseLanguage(
  locale: string | undefined,
  languages: readonly IotPayLanguage[],
): IotPayLanguage {
  const wanted = (locale ?? languages[0]?.tag ?? '').toLowerCase().replaceAll('_', '-');
  for (let tag = wanted; tag; tag = tag.replace(/(^|-)[^-]*$/, '')) {
    const found = languages.find((language) => language.tag.toLowerCase() === tag);
    if (found) return found;
  }
  return en;
}

/** The card form's texts in a language; single texts are replaced by `overrides`. */
export const chooseMessages = (
  language: IotPayLanguage,
  overrides: Partial<IotPayMessages> | undefined,
): IotPayMessages => ({
  // A shop's own language may lack a text that this version has added.
  ...en.messages,
  ...language.messages,
  ...overrides,
});
