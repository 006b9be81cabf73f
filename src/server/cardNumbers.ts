import { passesLuhn } from '../contract/luhn';

/** Digits as card numbers are written: in one piece, or in groups with spaces or dashes between them. */
const groupsOfDigits = /\d+(?:[ -]+\d+)*/g;

/** Replaces every card number in a text: 13 to 19 digits with a right check digit. In doubt it replaces too much. */
export function hideCardNumbers(text: string, hidden: string): string {
  return text.replace(groupsOfDigits, (written) => hideInGroups(written, hidden));
}

function hideInGroups(written: string, hidden: string): string {
  // Groups are at even indexes, separators at odd ones.
  const parts = written.split(/([ -]+)/);
  const isHidden = new Set<number>();
  for (let from = 0; from < parts.length; from += 2) {
    let digits = '';
    for (let to = from; to < parts.length && digits.length < longest; to += 2) {
      digits += parts[to] ?? '';
      if (!isCardNumber(digits)) continue;
      for (let at = from; at <= to; at++) isHidden.add(at);
    }
  }
  return parts.map((part, at) => (!isHidden.has(at) ? part : isHidden.has(at - 1) ? '' : hidden)).join('');
}

const longest = 19;

function isCardNumber(digits: string): boolean {
  return digits.length >= 13 && digits.length <= longest && passesLuhn(digits);
}
