import { randomInt } from 'node:crypto';
import { formatDateTime } from './dateTime';

export const randomDigits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');

/** E.g. `PC20240101231256043886634219`: 28 characters; refunds and voids start with `RP`. */
export function createPayOrderId(prefix: 'PC' | 'RP'): string {
  return `${prefix}${formatDateTime(new Date()).replace(/\D/g, '')}${randomDigits(12)}`;
}
