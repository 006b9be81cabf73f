import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Section {
  /** How deep its heading is, `##` being 2. */
  depth: number;
  /** The parts that no translation changes: code inside of the text, and links, in any order. */
  fixed: string[];
  rows: number;
  blocks: string[];
}

/** A README section by section. */
function sectionsOf(file: string): Section[] {
  const fences = /^```[^\n]*\n[\s\S]*?^```$/gm;
  const text = readFileSync(file, 'utf8');
  const blocks = text.match(fences) ?? [];
  return text
    .replace(fences, '@@block@@')
    .split(/^(?=#+ )/m)
    .filter((section) => section.trim())
    .map((section) => ({
      depth: /^#*/.exec(section)?.[0].length ?? 0,
      fixed: [...section.matchAll(/`[^`\n]+`|\]\((?!README)[^)]*\)/g)].map(([found]) => found).sort(),
      rows: section.match(/^\|/gm)?.length ?? 0,
      blocks: (section.match(/@@block@@/g) ?? []).map(() => blocks.shift() ?? ''),
    }));
}

describe('README.zh-CN.md', () => {
  const original = sectionsOf('README.md');
  const translation = sectionsOf('README.zh-CN.md');

  it('gives the Chinese README the headings of README.md, level by level', () => {
    expect(original.length).toBeGreaterThan(4);
    expect(translation.map(({ depth }) => depth)).toEqual(original.map(({ depth }) => depth));
  });

  it('gives the Chinese README the code blocks of README.md, letter by letter', () => {
    expect(translation.map(({ blocks }) => blocks)).toEqual(original.map(({ blocks }) => blocks));
  });

  it('gives the Chinese README the tables of README.md, row by row', () => {
    expect(translation.map(({ rows }) => rows)).toEqual(original.map(({ rows }) => rows));
  });

  it('names in each section of the Chinese README the same things as README.md', () => {
    expect(translation.map(({ fixed }) => fixed)).toEqual(original.map(({ fixed }) => fixed));
  });

  it('writes the Chinese README in Chinese', () => {
    for (const line of readFileSync('README.zh-CN.md', 'utf8').matchAll(/^#{2,} .*/gm))
      expect(line[0]).toMatch(/\p{Script=Han}/u);
  });
});
