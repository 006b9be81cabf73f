/** A script of a page, as its HTML names it. */
export interface ScriptTag {
  readonly src: URL | undefined;
  readonly nonce: string | undefined;
  /** What stands in it. */
  readonly code: string;
}

const attributePattern = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

function attributesOf(text: string): Map<string, string> {
  const found = [...text.matchAll(attributePattern)];
  return new Map(
    found.map(([, name = '', double, single, bare]) => [
      name.toLowerCase(),
      (double ?? single ?? bare ?? '').replaceAll('&amp;', '&'),
    ]),
  );
}

const withoutComments = (html: string) => html.replace(/<!--[\s\S]*?-->/g, '');

function resolve(address: string | undefined, page: URL): URL | undefined {
  return address !== undefined && URL.canParse(address, page) ? new URL(address, page) : undefined;
}

/** The scripts that a page's HTML names, in their order. Those that its scripts add later are not among them. */
export function scriptTags(html: string, page: URL): ScriptTag[] {
  const tags = [
    ...withoutComments(html).matchAll(/<script\b((?:"[^"]*"|'[^']*'|[^"'>])*)>([\s\S]*?)<\/script/gi),
  ];
  return tags.map(([, text = '', code = '']) => {
    const attributes = attributesOf(text);
    return { src: resolve(attributes.get('src'), page), nonce: attributes.get('nonce'), code };
  });
}

function elements(html: string, name: 'meta' | 'link'): Map<string, string>[] {
  const pattern = new RegExp(`<${name}\\b((?:"[^"]*"|'[^']*'|[^"'>])*)>`, 'gi');
  return [...withoutComments(html).matchAll(pattern)].map(([, text = '']) => attributesOf(text));
}

/** The Content-Security-Policies that stand in the page itself. */
export function metaPolicies(html: string): string[] {
  return elements(html, 'meta')
    .filter((attributes) => attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy')
    .map((attributes) => attributes.get('content') ?? '');
}

/** Scripts that the page names for later. */
export function preloadedScripts(html: string, page: URL): URL[] {
  return elements(html, 'link')
    .filter(
      (attributes) =>
        attributes.get('rel')?.toLowerCase() === 'modulepreload' ||
        attributes.get('as')?.toLowerCase() === 'script',
    )
    .flatMap((attributes) => resolve(attributes.get('href'), page) ?? []);
}
