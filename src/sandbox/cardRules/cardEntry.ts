import type { IotPayChannel } from '../../contract/order';
import { brandOf, checkCardNumber } from './cardNumber';
import { checkExpiry } from './expiry';

/** The card form's fields, in the order in which they stand on the page. */
export const cardFields = ['number', 'holder', 'expiry', 'code'] as const;

export type CardField = (typeof cardFields)[number];

/** What the customer typed. */
export type CardEntry = Record<CardField, string>;

export type CardErrors = Partial<Record<CardField, string>>;

function checkHolder(text: string): string | undefined {
  if (!text.trim()) return 'Enter the name as it stands on the card.';
  return /\d{4}/.test(text) ? 'The name can’t hold a number.' : undefined;
}

function checkCode(code: string, number: string): string | undefined {
  const length = brandOf(number)?.codeLength ?? 3;
  if (new RegExp(`^\\d{${length}}$`).test(code)) return undefined;
  return length === 4
    ? 'Enter the 4 digits on the front of the card.'
    : 'Enter the 3 digits on the back of the card.';
}

/** Checks a whole card, on the page as on the server; fields without an error are not in the answer. */
export function checkCardEntry(card: CardEntry, channel: IotPayChannel, now: Date): CardErrors {
  const found: Record<CardField, string | undefined> = {
    number: checkCardNumber(card.number, channel),
    holder: checkHolder(card.holder),
    expiry: checkExpiry(card.expiry, now),
    code: checkCode(card.code, card.number),
  };
  const errors: CardErrors = {};
  for (const field of cardFields) {
    const error = found[field];
    if (error) errors[field] = error;
  }
  return errors;
}
