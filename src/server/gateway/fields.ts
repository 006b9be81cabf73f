import * as v from 'valibot';
import { countCharacters } from '../signing/characters';
import { maxCents } from '../../contract/money';

// What a field may hold (docs/gateway-contract.md, section 3). Messages go on from the field's name and never show its value.

const string = v.string((issue) => (issue.input === undefined ? 'is required' : 'must be a string'));

/** Half a surrogate pair has no UTF-8, so its signature could not fit the text that is sent. */
function anyText(longest: number) {
  return v.pipe(
    string,
    v.check((value) => !/\p{Surrogate}/u.test(value), 'must be well-formed Unicode'),
    v.check(
      (value) => countCharacters(value) <= longest,
      (issue) => `must be at most ${longest} characters, has ${countCharacters(issue.input)}`,
    ),
  );
}

/** S(n): one to n characters. */
export function text(longest: number) {
  return v.pipe(
    anyText(longest),
    v.check((value) => value.trim() !== '', 'must not be blank'),
  );
}

/** A number or name that the gateway must return exactly as it was given. */
export function identifier(longest: number) {
  return v.pipe(
    text(longest),
    v.check((value) => value === value.trim(), 'must not begin or end with white space'),
  );
}

/** A text that may be left out or empty, which is the same to the gateway. */
export function optionalText(longest: number) {
  return v.optional(anyText(longest));
}

export const url = v.pipe(
  text(200),
  v.check(isHttpUrl, 'must be an absolute http or https URL without white space'),
);

export const currency = v.optional(v.literal('CAD', "must be 'CAD', the only currency for cards"), 'CAD');

export const channel = v.picklist(['PF_CC', 'UPI_EX'], "must be 'PF_CC' or 'UPI_EX'");

export const cents = v.custom<number>(
  (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= maxCents,
  (issue) => describeAmount(issue.input),
);

export const base64 = v.pipe(
  string,
  v.check((value) => /^[A-Za-z0-9+/]+={0,2}$/.test(value), 'must be base64'),
);

function describeAmount(amount: unknown): string {
  if (amount === undefined) return 'is required';
  if (typeof amount !== 'number')
    return "must be a number of whole cents; toCents('19.99') makes it of dollars";
  if (Number.isNaN(amount)) return 'is NaN; it must be a number of whole cents';
  if (!Number.isInteger(amount))
    return 'must be whole cents, without a fraction; toCents(19.99) makes them of dollars';
  return amount < 1 ? 'must be at least 1 cent' : `must be at most ${maxCents} cents`;
}

function isHttpUrl(value: string): boolean {
  return /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);
}
