import { describe, expect, it } from 'vitest';
import { faceOf as faceIn } from '../../../../src/sandbox/browser/card/drawnCard';
import type { CardEntry } from '../../../../src/sandbox/cardRules/cardEntry';
import { sayIn } from '../../../../src/sandbox/browser/languages/say';

const faceOf = (card: CardEntry) => faceIn(card, sayIn('en'));

const empty = { number: '', holder: '', expiry: '', code: '' };

describe('faceOf', () => {
  it('shows dots and words where nothing is typed yet', () => {
    expect(faceOf(empty)).toEqual({
      brand: '',
      number: '•••• •••• •••• ••••',
      holder: 'Name on card',
      expiry: 'MM/YY',
    });
  });

  it('mirrors what is typed and leaves the rest as dots, in the shape of the brand', () => {
    expect(faceOf({ ...empty, number: '4242 42' }).number).toBe('4242 42•• •••• ••••');
    expect(faceOf({ ...empty, number: '37' }).number).toBe('37•• •••••• •••••');
    expect(faceOf({ ...empty, number: '6200 0000 0000 0000 003' }).number).toBe('6200 0000 0000 0000 003');
  });

  it('speaks the customer’s language where nothing is typed yet', () => {
    expect(faceIn(empty, sayIn('fr'))).toMatchObject({ holder: 'Nom sur la carte', expiry: 'MM/AA' });
  });

  it('names the brand, and never shows the security code', () => {
    const face = faceOf({ number: '5555 5555 5555 4444', holder: 'Ada', expiry: '12/34', code: '987' });

    expect(face.brand).toBe('Mastercard');
    expect(Object.values(face).join()).not.toContain('987');
  });
});
