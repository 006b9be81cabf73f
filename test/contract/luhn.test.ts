import { describe, expect, it } from 'vitest';
import { passesLuhn } from '../../src/contract/luhn';

describe('passesLuhn', () => {
  it('accepts numbers whose check digit is right', () => {
    // The first is the worked example of ISO/IEC 7812-1.
    for (const number of ['79927398713', '4111111111111111', '378734493671000', '6011111111111117']) {
      expect(passesLuhn(number)).toBe(true);
    }
  });

  it('refuses every other last digit', () => {
    for (const digit of '012456789') expect(passesLuhn(`7992739871${digit}`)).toBe(false);
  });

  it('refuses two digits that changed places', () => {
    expect(passesLuhn('4111111111111111')).toBe(true);
    expect(passesLuhn('1411111111111111')).toBe(false);
  });

  it('refuses an empty card number', () => {
    expect(passesLuhn('')).toBe(false);
  });
});
