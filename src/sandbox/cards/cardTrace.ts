import { brandOf, digitsOf } from '../cardRules/cardNumber';

/** All that the sandbox keeps of a card. */
export interface CardTrace {
  /** Masked: the first six digits and the last four. */
  readonly cardNum: string;
  readonly cardType: string;
  /** `MMYY`; a wallet does not tell it. */
  readonly expiryDate?: string;
}

export function traceOf(number: string): CardTrace {
  const digits = digitsOf(number);
  return {
    cardNum: digits.slice(0, 6) + '*'.repeat(digits.length - 10) + digits.slice(-4),
    cardType: brandOf(digits)?.letter ?? '',
  };
}
