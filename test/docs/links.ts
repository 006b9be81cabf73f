import { readFileSync } from 'node:fs';
import { posix } from 'node:path';

export interface Link {
  /** The document that it stands in. */
  readonly from: string;
  /** Where it leads, from the project's root. */
  readonly path: string;
  readonly anchor: string;
}

const withoutCode = (text: string) =>
  text.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');

/** A document's links to other documents, of this project and of nobody else. */
export function relativeLinks(document: string): Link[] {
  const targets = withoutCode(readFileSync(document, 'utf8')).matchAll(
    /\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)/gm,
  );
  return [...targets].flatMap(([, inline, reference]) => {
    const target = inline ?? reference ?? '';
    if (/^\w+:/.test(target)) return [];
    const [file = '', anchor = ''] = target.split('#');
    const path = file ? posix.join(posix.dirname(document), file) : document;
    return [{ from: document, path, anchor }];
  });
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsOf(document: string): string[] {
  const headings = withoutCode(readFileSync(document, 'utf8')).matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
