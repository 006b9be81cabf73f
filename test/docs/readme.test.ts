import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('has at most 8 kB, because it is read at one sitting', () => {
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(8000);
  });

  it('has no line of prose over 120 characters, so that a change is easy to review', () => {
    const prose = text.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, '');
    expect(prose.split('\n').filter((line) => line.length > 120)).toEqual([]);
  });
});
