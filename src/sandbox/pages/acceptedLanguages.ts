/** What a browser's `Accept-Language` asks for, best first: `fr-CA,fr;q=0.9,en;q=0.8` is fr-CA, fr, en. */
export function acceptedLanguages(header = ''): string[] {
  return header
    .split(',')
    .map((entry) => {
      const [tag = '', weight] = entry.split(';');
      return { tag: tag.trim(), quality: Number(weight?.split('=')[1] ?? 1) };
    })
    .filter(({ tag, quality }) => tag && quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map(({ tag }) => tag);
}
