import { describe, expect, it } from 'vitest';
import { groupCardNumber } from '../../../../src/sandbox/cardRules/cardNumber';
import { formatExpiry } from '../../../../src/sandbox/cardRules/expiry';
import { reformat } from '../../../../src/sandbox/browser/card/formattedInput';

/** Writes the caret into the text, as `|`. */
function edit(marked: string, deletesForward = false, format = groupCardNumber): string {
  const caret = marked.indexOf('|');
  const result = reformat(marked.replace('|', ''), caret, format, deletesForward);
  return `${result.value.slice(0, result.caret)}|${result.value.slice(result.caret)}`;
}

describe('reformat', () => {
  it('keeps the caret at the end while a number is typed', () => {
    expect(edit('42424|')).toBe('4242 4|');
  });

  it('keeps the caret behind a digit that was typed in the middle', () => {
    expect(edit('42942|42 4242')).toBe('4294 2|424 242');
  });

  it('keeps the caret behind the same digit when one before it is deleted', () => {
    expect(edit('4242 2|4 4242')).toBe('4242 2|442 42');
  });

  it('steps back over a space that Backspace took away', () => {
    expect(edit('4242|4242')).toBe('4242| 4242');
  });

  it('steps over a space that Delete took away, instead of standing still', () => {
    expect(edit('4242|4242', true)).toBe('4242 |4242');
  });

  it('ends up behind a number that was pasted', () => {
    expect(edit('5555-5555-5555-4444|')).toBe('5555 5555 5555 4444|');
  });

  it('ends up behind a zero that it put in front', () => {
    expect(edit('5|', false, formatExpiry)).toBe('05|');
  });

  it('lets the slash of a date be deleted', () => {
    expect(edit('12|', false, formatExpiry)).toBe('12|');
  });
});
