import { maxCents } from '../../contract/money';
import { IotPayOrdersError } from '../errors';
import type { Sale } from '../options';

/** The longest `data`, as JSON, in characters. There is a limit, because an order is read often. */
const longestData = 64 * 1024;

/** Postgres can't store NUL or half a surrogate pair in a text. */
const isStorable = (text: string) => !text.includes('\0') && !/\p{Surrogate}/u.test(text);

const isName = (value: unknown) =>
  typeof value === 'string' && value !== '' && value.length <= 200 && isStorable(value);

/** @throws IotPayOrdersError `invalid_request` */
export function checkSale(sale: Sale): void {
  const { key, amount, customer, data } = sale as { [Name in keyof Sale]?: unknown };
  if (!isName(key)) throw invalid('key must be a text of 1 to 200 characters that names the sale');
  if (!Number.isInteger(amount) || Number(amount) < 1 || Number(amount) > maxCents) {
    throw invalid(`amount must be whole cents, 1 to ${maxCents}`);
  }
  if (customer !== undefined && !isName(customer)) {
    throw invalid('customer must be a text of 1 to 200 characters');
  }
  if (data !== undefined) checkData(data);
}

function checkData(data: unknown): void {
  let json: string | undefined;
  try {
    json = JSON.stringify(data, (name, value: unknown) => {
      if (isStorable(name) && (typeof value !== 'string' || isStorable(value))) return value;
      throw new TypeError('This text can not be stored.');
    });
  } catch {
    json = undefined;
  }
  if (json !== undefined && json.length <= longestData) return;
  throw invalid(`data must be JSON of ${longestData} characters at most`);
}

function invalid(message: string): IotPayOrdersError {
  return new IotPayOrdersError('invalid_request', `The order was not opened: ${message}.`);
}
