import { passesLuhn } from '../../contract/luhn';
import type { IotPayChannel } from '../../contract/order';

/** What a number's first digits tell about a card. */
export interface CardBrand {
  id: 'visa' | 'mastercard' | 'amex' | 'discover' | 'unionpay';
  name: string;
  /** IOTPay's letter for `cardType`. */
  letter: string;
  starts: RegExp;
  lengths: readonly number[];
  groups: readonly number[];
  codeLength: 3 | 4;
}

const inFours = [4, 4, 4, 4, 3] as const;

const brands: readonly CardBrand[] = [
  {
    id: 'visa',
    name: 'Visa',
    letter: 'V',
    starts: /^4/,
    lengths: [13, 16, 19],
    groups: inFours,
    codeLength: 3,
  },
  {
    id: 'mastercard',
    name: 'Mastercard',
    letter: 'M',
    starts: /^(5[1-5]|2(22[1-9]|2[3-9]|[3-6]|7[01]|720))/,
    lengths: [16],
    groups: inFours,
    codeLength: 3,
  },
  {
    id: 'amex',
    name: 'American Express',
    letter: 'A',
    starts: /^3[47]/,
    lengths: [15],
    groups: [4, 6, 5],
    codeLength: 4,
  },
  {
    id: 'discover',
    name: 'Discover',
    letter: 'D',
    starts: /^6(011|5|4[4-9])/,
    lengths: [16, 19],
    groups: inFours,
    codeLength: 3,
  },
  {
    id: 'unionpay',
    name: 'UnionPay',
    letter: 'U',
    starts: /^62/,
    lengths: [16, 17, 18, 19],
    groups: inFours,
    codeLength: 3,
  },
];

const longestCardNumber = 19;

export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** The brand, as soon as the digits typed so far leave no doubt. */
export function brandOf(number: string): CardBrand | undefined {
  const digits = digitsOf(number);
  return brands.find((brand) => brand.starts.test(digits));
}

/** Puts spaces where the card has them: `4242 4242 …`, `3782 822463 …`. */
export function groupCardNumber(text: string): string {
  const brand = brandOf(text);
  const longest = brand ? Math.max(...brand.lengths) : longestCardNumber;
  let rest = digitsOf(text).slice(0, longest);
  const parts: string[] = [];
  for (const size of brand?.groups ?? inFours) {
    if (rest) parts.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return parts.join(' ');
}

/** Returns the problem with a card number, in the customer's words, or `undefined`. */
export function checkCardNumber(text: string, channel: IotPayChannel): string | undefined {
  const digits = digitsOf(text);
  if (!digits) return 'Enter the card number.';
  const brand = brandOf(digits);
  const lengths = brand?.lengths ?? [16];
  if (digits.length < Math.min(...lengths)) return 'This card number is not complete.';
  if (!lengths.includes(digits.length) || !passesLuhn(digits)) {
    return 'This card number is not right. Check its digits.';
  }
  const isUnionPay = brand?.id === 'unionpay';
  if (channel === 'UPI_EX' && !isUnionPay) return 'This is not a UnionPay card: their numbers start with 62.';
  if (channel === 'PF_CC' && isUnionPay) return 'UnionPay cards can’t be used here. Choose UnionPay instead.';
  return undefined;
}
