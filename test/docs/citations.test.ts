import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const contract = readFileSync('docs/gateway-contract.md', 'utf8');
const headings = [...contract.matchAll(/^#{2,} (.*)$/gm)].map(([, heading = '']) => heading);

const files = ['src', 'test', 'examples', 'storybook', 'scripts'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.(ts|tsx|css|mdx)$/.test(file) && !file.includes('node_modules') && !file.includes('.next'),
    )
    .map((file) => `${folder}/${file}`),
);

/** A file's text with each comment on one line, because a citation may be broken by one. */
const read = (file: string) => readFileSync(file, 'utf8').replace(/\s*\n\s*(?:\*|\/\/)(?!\/)\s*/g, ' ');

/** A section of the contract as comments name it: by its number, or by its heading. */
function findHeading(section: string): string | undefined {
  return headings.find((heading) => heading.startsWith(`${section}. `) || heading === section);
}

const cited = files.flatMap((file) => {
  const text = read(file);
  const after = text.matchAll(
    /docs\/gateway-contract\.md, (?:sections? (\d)(?: and (\d))?|["“]([^"”]+)["”])/g,
  );
  const before = text.matchAll(/section (\d) of docs\/gateway-contract\.md/g);
  return [...after, ...before].flatMap(([, ...sections]) =>
    sections.flatMap((section: string | undefined) => (section === undefined ? [] : [{ file, section }])),
  );
});

describe('a comment that cites docs/gateway-contract.md', () => {
  it('names a section that is there', () => {
    expect(cited.length).toBeGreaterThan(40);
    expect(cited.filter(({ section }) => findHeading(section) === undefined)).toEqual([]);
  });

  it('names the document by its path, so that a reader can open it', () => {
    const vague = files.filter((file) => file.startsWith('src/') && /gateway contract/i.test(read(file)));
    expect(vague).toEqual([]);
  });

  it('is the only one that names a section by its number, but for one of a standard', () => {
    const nameless = files
      .filter((file) => file.startsWith('src/'))
      .flatMap((file) => {
        const text = read(file)
          .replace(
            /docs\/gateway-contract\.md, sections? \d( and \d)?|section \d of docs\/gateway-contract\.md/g,
            '',
          )
          .replace(/Level \d, section [\d.]+/g, '');
        return /\bsections? \d/.test(text) ? [file] : [];
      });
    expect(nameless).toEqual([]);
  });
});
