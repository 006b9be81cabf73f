import { IotPayError } from '../contract/error';
import { maxCents } from '../contract/money';

/**
 * Dollars to whole cents, exactly: `toCents('19.99')` is 1999, where `19.99 * 100` is 1998.9999999999998.
 *
 * Takes a decimal string or a number with at most two decimals. A string may have more decimals if they are zeros
 * (`'19.9900'`, as a database's numeric column returns it), and a number if they are the noise of adding dollars (`0.1
 * + 0.2`).
 *
 * @throws IotPayError `invalid_amount` for anything else: a third decimal, a sign, a currency symbol, a thousands
 *   separator, NaN, or more than 2^31 - 1 cents.
 */
export function toCents(dollars: string | number): number {
  const cents = typeof dollars === 'string' ? centsOfText(dollars) : centsOfNumber(dollars);
  if (cents === undefined) {
    throw new IotPayError(
      'invalid_amount',
      "An amount must be dollars with at most two decimals and nothing else, such as '19.99' or 19.99.",
    );
  }
  if (cents > maxCents) {
    throw new IotPayError('invalid_amount', `An amount must be at most ${maxCents / 100} dollars.`);
  }
  return cents;
}

function centsOfText(dollars: string): number | undefined {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d{1,2})0*)?$/.exec(dollars) ?? [];
  return whole === undefined ? undefined : Number(whole + decimals.padEnd(2, '0'));
}

/** Far above the noise of adding floating-point dollars, far below a tenth of a cent. */
const noise = 1e-4;

function centsOfNumber(dollars: number): number | undefined {
  if (typeof dollars !== 'number' || !(dollars >= 0)) return undefined;
  const cents = Math.round(dollars * 100);
  return cents > maxCents || Math.abs(dollars * 100 - cents) < noise ? cents : undefined;
}
