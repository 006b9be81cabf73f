import { describe, expect, it } from 'vitest';
import { decode } from '../../src/server/limitedText';

describe('a body that arrives in pieces', () => {
  it('joins a body wherever it was cut, in the middle of a character too', () => {
    const bytes = new TextEncoder().encode('body=中文 🍁&a=1');
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(decode([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual({ text: 'body=中文 🍁&a=1' });
    }
  });

  it('refuses a body that ends in the middle of a character', () => {
    const bytes = new TextEncoder().encode('🍁');
    expect(decode([bytes.subarray(0, 2), bytes.subarray(2, 3)])).toEqual({ fault: 'not_utf8' });
  });

  it('reads an empty text if nothing arrives', () => {
    expect(decode([])).toEqual({ text: '' });
  });
});
