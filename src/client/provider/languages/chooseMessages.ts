import { en } from './en';
import type { IotPayLanguage, IotPayMessages } from './language';

/**
 * The texts for a BCP 47 `locale`: its own language, else the closest one (`fr-CA` → `fr`, `zh-Hans-CA` → `zh`), else
 * English; single texts are replaced by `overrides`. An underscore counts as a hyphen, because many systems write `fr_CA`.
 */
export function chooseMessages(
  locale: string | undefined,
  languages: readonly IotPayLanguage[],
  overrides: Partial<IotPayMessages> | undefined,
): IotPayMessages {
  const wanted = (locale ?? languages[0]?.tag ?? '').toLowerCase().replaceAll('_', '-');
  let chosen = en;
  for (let tag = wanted; tag; tag = tag.replace(/(^|-)[^-]*$/, '')) {
    const found = languages.find((language) => language.tag.toLowerCase() === tag);
    if (found) {
      chosen = found;
      break;
    }
  }
  // A language of the shop's own may lack a text that this version has added.
  return { ...en.messages, ...chosen.messages, ...overrides };
}
