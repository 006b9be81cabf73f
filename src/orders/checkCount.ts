import { IotPayOrdersError } from './errors';

/** @throws IotPayOrdersError `invalid_request` for a value that is no whole number from 1 to `most` */
export function checkCount(name: string, value: unknown, most = 2 ** 31 - 1): void {
  if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most) return;
  throw new IotPayOrdersError('invalid_request', `${name} must be a whole number from 1 to ${most}.`);
}
