import { readFileSync } from 'node:fs';

/** A row of a table, cell by cell. */
export type Row = readonly string[];

/** The rows of a document's table, found by the text of its first heading cell; the heading is none of them. */
export function tableRows(document: string, heading: string, nth = 0): Row[] {
  const tables = readFileSync(document, 'utf8').match(/(?:^\|.*\n)+/gm) ?? [];
  const found = tables.filter((text) => cellsOf(text.split('\n', 1)[0] ?? '')[0] === heading)[nth];
  if (found === undefined) throw new Error(`${document} has no table whose first heading is ${heading}`);
  return found.split('\n').slice(2).filter(Boolean).map(cellsOf);
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** The names that a cell explains: each code in it, without what it is called with. */
export const namesIn = (cell = ''): string[] =>
  [...cell.matchAll(/`(\w+)[^`]*`/g)].map(([, name = '']) => name);

/** What the first column of a table explains, in alphabetical order. */
export const firstColumn = (rows: readonly Row[]): string[] => rows.flatMap(([cell]) => namesIn(cell)).sort();
