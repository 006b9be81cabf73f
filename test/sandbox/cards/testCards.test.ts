import { testCards } from 'react-iotpay/sandbox';
import { describe, expect, it } from 'vitest';
import { checkCardNumber, groupCardNumber } from '../../../src/sandbox/cardRules/cardNumber';
import { findTestCard } from '../../../src/sandbox/cards/testCards';

describe('the test cards', () => {
  it.each(testCards.map(({ number, channel }) => [number, channel] as const))(
    'hold only numbers that the card form takes: %s for %s',
    (number, channel) => {
      expect(checkCardNumber(number, channel)).toBeUndefined();
      expect(groupCardNumber(number)).toBe(number);
    },
  );

  it('the test cards hold each number once', () => {
    expect(new Set(testCards.map(({ number }) => number)).size).toBe(testCards.length);
  });

  it('the test cards are found with and without spaces', () => {
    expect(findTestCard('4000000000000002')?.title).toBe('Declined');
    expect(findTestCard('4000 0000 0000 0002')?.title).toBe('Declined');
    expect(findTestCard('4000000000000010')).toBeUndefined();
  });
});
