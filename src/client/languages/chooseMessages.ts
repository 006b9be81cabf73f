import { en } from './en';
import type { IotPayLanguage, IotPayMessages } from './language';

/**
 * The texts for a BCP 47 `locale`: its own language, else the closest one (`fr-CA` → `fr`, `zh-Hans-CA` → `zh`), else
 * English; single texts are replaced by `overrides`.
 */
export function chooseMessages(
  locale: string | undefined,
  languages: readonly IotPayLanguage[],
  overrides: Partial<IotPayMessages> | undefined,
): IotPayMessages {
  let chosen = en;
  for (
    let tag = (locale ?? languages[0]?.tag ?? '').toLowerCase();
    tag;
    tag = tag.replace(/(^|-)[^-]*$/, '')
  ) {
    const found = languages.find((language) => language.tag.toLowerCase() === tag);
    if (found) {
      chosen = found;
      break;
    }
  }
  return { ...chosen.messages, ...overrides };
}
