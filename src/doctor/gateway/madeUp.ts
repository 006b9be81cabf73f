import { randomBytes } from 'node:crypto';
import { createOrderNo } from '../../server/orderNo';

/** An order number that no shop uses: it has 30 characters, and no shop's numbers begin so. */
export function madeUpOrderNo(): string {
  return `DOCTOR${createOrderNo().slice(-24)}`;
}

/** A key that no merchant has. */
export function madeUpKey(): string {
  return randomBytes(24).toString('base64url');
}

/** A number as the gateway gives its own orders, from a day long before it took any. */
export function madeUpPayOrderId(): string {
  const digits = Array.from(randomBytes(12), (byte) => byte % 10).join('');
  return `PC19990101000000${digits}`;
}
