import { describe, expect, it } from 'vitest';
import { checkCardEntry, type CardEntry } from '../../../src/sandbox/cardRules/cardEntry';

const now = new Date(2026, 0, 15);
const good: CardEntry = {
  number: '4242 4242 4242 4242',
  holder: 'Zoë Tremblay-O’Neill',
  expiry: '12/34',
  code: '123',
};
const amex = '3782 822463 10005';
const check = (changes: Partial<CardEntry>) => checkCardEntry({ ...good, ...changes }, 'PF_CC', now);

describe('checkCardEntry', () => {
  it('finds nothing wrong with a good card', () => {
    expect(check({})).toEqual({});
  });

  it('names every field of an empty form', () => {
    const errors = checkCardEntry({ number: '', holder: ' ', expiry: '', code: '' }, 'PF_CC', now);

    expect(Object.keys(errors)).toEqual(['number', 'holder', 'expiry', 'code']);
  });

  it('wants 3 digits of most cards, and 4 of American Express', () => {
    expect(check({ code: '1234' })).toEqual({ code: expect.stringContaining('3 digits') as unknown });
    expect(check({ number: amex, code: '123' })).toEqual({
      code: expect.stringContaining('4 digits') as unknown,
    });
    expect(check({ number: amex, code: '1234' })).toEqual({});
  });

  it('does not take a card number for a name', () => {
    expect(check({ holder: '4242 4242 4242 4242' })).toHaveProperty('holder');
  });
});
