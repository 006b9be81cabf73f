import { describe, expect, it } from 'vitest';
import { checkExpiry, formatExpiry } from '../../../src/sandbox/cardRules/expiry';

describe('formatExpiry', () => {
  it.each([
    ['1', '1'],
    ['12', '12'],
    ['123', '12/3'],
    ['1234', '12/34'],
    ['12345', '12/34'],
    ['12/34', '12/34'],
    ['12 / 34', '12/34'],
    ['12/', '12/'],
    ['5', '05'],
    ['5/30', '05/30'],
    ['1/30', '01/30'],
    ['12/2034', '12/34'],
    ['', ''],
  ])('makes "%s" into "%s"', (typed, shown) => {
    expect(formatExpiry(typed)).toBe(shown);
  });
});

describe('checkExpiry', () => {
  const now = new Date(2026, 7, 31);

  it('takes a card to the end of its month', () => {
    expect(checkExpiry('08/26', now)).toBeUndefined();
    expect(checkExpiry('07/26', now)).toMatch(/expired/);
    expect(checkExpiry('12/25', now)).toMatch(/expired/);
  });

  it('takes dates of the next twenty years', () => {
    expect(checkExpiry('08/46', now)).toBeUndefined();
    expect(checkExpiry('09/46', now)).toMatch(/too far/);
  });

  it.each([
    ['00/30', /01 to 12/],
    ['13/30', /01 to 12/],
    ['1', /MM\/YY/],
    ['12/3', /MM\/YY/],
    ['', /Enter/],
  ])('says what is wrong with "%s"', (text, message) => {
    expect(checkExpiry(text, now)).toMatch(message);
  });
});
