import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCents } from '../../src/server/index';

const cents = fc.integer({ min: 0, max: 9_999_999 });

/** Written without arithmetic on dollars: the digits of the cents with a point in them. */
function dollarsOf(amount: number): string {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

describe('toCents', () => {
  it('is exact for every amount from 0.00 to 99 999.99, as a string and as a number', () => {
    const wrong: string[] = [];
    for (let amount = 0; amount <= 9_999_999; amount++) {
      const dollars = dollarsOf(amount);
      if (toCents(dollars) !== amount || toCents(Number(dollars)) !== amount) wrong.push(dollars);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('is exact up to the largest amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), (amount) => {
        const dollars = dollarsOf(amount);
        expect([toCents(dollars), toCents(Number(dollars))]).toEqual([amount, amount]);
      }),
    );
    expect(toCents('21474836.47')).toBe(2 ** 31 - 1);
    expect(toCents(21474836.47)).toBe(2 ** 31 - 1);
  });

  it('is exact for the sum of prices in dollars', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (prices) => {
        const total = prices.reduce((sum, price) => sum + price, 0);
        expect(toCents(prices.reduce((sum, price) => sum + Number(dollarsOf(price)), 0))).toBe(total);
      }),
    );
    expect(toCents(0.1 + 0.2)).toBe(30);
  });

  it.each([
    ['19', 1900],
    ['19.9', 1990],
    ['0019.99', 1999],
    ['19.9900', 1999],
    ['0', 0],
  ])('reads %j', (dollars, amount) => {
    expect(toCents(dollars)).toBe(amount);
  });

  it.each([
    '19.999',
    '1.005',
    '',
    ' ',
    ' 1',
    '1 ',
    '-1',
    '+1',
    '$1',
    '1,50',
    '1,000.00',
    '.5',
    '5.',
    '1e3',
    '0x10',
    'NaN',
    '１',
    19.999,
    1.005,
    -0.01,
    -1,
    NaN,
    Infinity,
    -Infinity,
    1e-3,
    '21474836.48',
    21474836.48,
    '99999999999999999999',
  ])('refuses %j', (dollars) => {
    expect(() => toCents(dollars)).toThrow(expect.objectContaining({ code: 'invalid_amount' }));
  });

  it.each([null, undefined, true, {}, [1], 1n])(
    'refuses a value that is neither text nor number: %s',
    (dollars) => {
      expect(() => toCents(dollars as number)).toThrow(expect.objectContaining({ code: 'invalid_amount' }));
    },
  );
});
