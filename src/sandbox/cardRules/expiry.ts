import { digitsOf } from './cardNumber';

/** Shapes text that is typed, pasted or filled in by the browser (`1234`, `4/30`, `12 / 2034`) into `MM/YY`. */
export function formatExpiry(text: string): string {
  let digits = digitsOf(text);
  // A single-digit month can't go on (there is no month 40), or is closed by a slash.
  if (/^[2-9]/.test(digits) || /^\s*1\s*[/-]/.test(text)) digits = `0${digits}`;
  if (/^\d{2}20\d{2}$/.test(digits)) digits = digits.slice(0, 2) + digits.slice(4);
  const month = digits.slice(0, 2);
  const year = digits.slice(2, 4);
  const closed = month.length === 2 && /[/-]\s*$/.test(text);
  return year || closed ? `${month}/${year}` : month;
}

/** How far ahead of today a card can expire; issuers stay well below. */
const longestYears = 20;

/** Returns the problem with an expiry date, in the customer's words. A card is valid until its month ends. */
export function checkExpiry(text: string, now: Date): string | undefined {
  const match = /^(\d{2})\/(\d{2})$/.exec(text);
  if (!match) return text ? 'Enter the date as month and year: MM/YY.' : 'Enter the expiry date.';
  const month = Number(match[1]);
  if (month < 1 || month > 12) return 'The month is 01 to 12.';
  const monthsAhead = (2000 + Number(match[2]) - now.getFullYear()) * 12 + (month - 1 - now.getMonth());
  if (monthsAhead < 0) return 'This card has expired.';
  if (monthsAhead > longestYears * 12) return 'The year is too far ahead.';
  return undefined;
}
