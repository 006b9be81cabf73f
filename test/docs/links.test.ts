import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anchorsOf, relativeLinks } from './links';
import { documents } from './printedCode';

const packed = [...documents, 'README.zh-CN.md'];
const ofTheSource = [
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'bench/README.md',
  ...readdirSync('examples').flatMap((name) => {
    const file = `examples/${name}/README.md`;
    return existsSync(file) ? [file] : [];
  }),
];

describe.each([...packed, ...ofTheSource])('%s', (document) => {
  it('has no link that leads nowhere', () => {
    const astray = relativeLinks(document).filter(
      ({ path, anchor }) => !existsSync(path) || (anchor !== '' && !anchorsOf(path).includes(anchor)),
    );
    expect(astray).toEqual([]);
  });
});

describe.each(packed)('%s, which is in the package,', (document) => {
  it('links to nothing that is in the source alone', () => {
    const outside = relativeLinks(document).filter(
      ({ path }) => !packed.includes(path) && path !== 'LICENSE',
    );
    expect(outside).toEqual([]);
  });
});

it('the package has the documents that its README leads to', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: string[] };
  expect(files).toContain('docs/*.md');
  expect(relativeLinks('README.md').length).toBeGreaterThan(8);
});
