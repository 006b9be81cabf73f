/** Says an English text in another language. A text without a translation stays English. */
export type Say = (text: string) => string;

/** English texts and their translations. `{}` stands for a value. */
export type Dictionary = Readonly<Record<string, string>>;

/** The first of these languages (BCP 47, best first) that a page speaks beside English; else English. */
export function chooseAmong(spoken: ReadonlyMap<string, unknown>, tags: readonly string[]): string {
  for (const tag of tags) {
    const language = tag.toLowerCase().split('-', 1)[0] ?? '';
    if (language === 'en' || spoken.has(language)) return language;
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
 * How to say things with a dictionary. The English text is the key, so the code reads as it is spoken; a text with something in
 * it (`Pay $24.34`) is found by its template (`Pay {}`).
 */
export function sayWith(dictionary: Dictionary | undefined): Say {
  if (!dictionary) return (text) => text;
  const templates = Object.keys(dictionary)
    .filter((key) => key.includes('{}'))
    .map((key) => [patternOf(key), dictionary[key] ?? key] as const);
  return function say(text): string {
    const known = dictionary[text];
    if (known !== undefined) return known;
    for (const [pattern, said] of templates) {
      const [, ...values] = pattern.exec(text) ?? [];
      if (values.length > 0) return said.replace(/\{\}/g, () => say(values.shift() ?? ''));
    }
    return text;
  };
}
