/**
 * The best of these languages for a BCP 47 tag: the tag's own, else the closest one (`fr-CA` → `fr`, `zh-Hans-CA` → `zh`),
 * else undefined. An underscore counts as a hyphen, because many systems write `fr_CA`.
 */
export function matchLanguage<Language extends { readonly tag: string }>(
  wanted = '',
  languages: readonly Language[] = [],
): Language | undefined {
  for (let tag = wanted.toLowerCase().replaceAll('_', '-'); tag; tag = tag.replace(/(^|-)[^-]*$/, '')) {
    const found = languages.find((language) => language.tag.toLowerCase() === tag);
    if (found) return found;
  }
  return undefined;
}
