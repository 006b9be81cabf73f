import { describe, expect, it } from 'vitest';
import { brandOf, checkCardNumber, groupCardNumber } from '../../../src/sandbox/cardRules/cardNumber';

describe('brandOf', () => {
  it.each([
    ['4', 'visa'],
    ['51', 'mastercard'],
    ['55', 'mastercard'],
    ['2221', 'mastercard'],
    ['2720', 'mastercard'],
    ['34', 'amex'],
    ['37', 'amex'],
    ['62', 'unionpay'],
    ['6011', 'discover'],
  ])('tells from %s that it is %s', (digits, id) => {
    expect(brandOf(digits)?.id).toBe(id);
  });

  it.each(['', '2', '2220', '2721', '50', '56', '6', '9'])('does not guess from "%s"', (digits) => {
    expect(brandOf(digits)).toBeUndefined();
  });
});

describe('groupCardNumber', () => {
  it('groups in fours', () => {
    expect(groupCardNumber('4242424242424242')).toBe('4242 4242 4242 4242');
  });

  it('groups American Express as 4, 6 and 5', () => {
    expect(groupCardNumber('378282246310005')).toBe('3782 822463 10005');
  });

  it('groupCardNumber has room for the 19 digits of a UnionPay card', () => {
    expect(groupCardNumber('6200000000000000003')).toBe('6200 0000 0000 0000 003');
  });

  it('drops what is no digit, and what is too much', () => {
    expect(groupCardNumber('5555-5555 5555.4444 999')).toBe('5555 5555 5555 4444');
  });

  it('leaves no space at the end', () => {
    expect(groupCardNumber('4242')).toBe('4242');
  });
});

describe('checkCardNumber', () => {
  it('finds nothing wrong with a good number', () => {
    expect(checkCardNumber('4242 4242 4242 4242', 'PF_CC')).toBeUndefined();
    expect(checkCardNumber('6200 0000 0000 0005', 'UPI_EX')).toBeUndefined();
  });

  it.each([
    ['', /Enter/],
    ['4242 4242', /not complete/],
    ['4242 4242 4242 4241', /not right/],
    ['3782 822463 1000', /not complete/],
  ])('says what is wrong with "%s"', (number, message) => {
    expect(checkCardNumber(number, 'PF_CC')).toMatch(message);
  });

  it('keeps UnionPay cards and other cards apart', () => {
    expect(checkCardNumber('6200 0000 0000 0005', 'PF_CC')).toMatch(/UnionPay/);
    expect(checkCardNumber('4242 4242 4242 4242', 'UPI_EX')).toMatch(/UnionPay/);
  });
});
