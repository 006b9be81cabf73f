import * as crypto from 'node:crypto';

// The one-shot call is the fastest by half, but Node 20.0 to 20.11 lacks it, and a named import would fail to link there.
const oneShot = 'hash' in crypto ? crypto.hash : undefined;

/** MD5 over the text's UTF-8 bytes, as 32 upper-case hexadecimal characters (docs/gateway-contract.md, section 2). */
export function md5(text: string): string {
  const hex = oneShot ? oneShot('md5', text, 'hex') : crypto.createHash('md5').update(text).digest('hex');
  return hex.toUpperCase();
}

/** Compares two texts in a time that tells nothing about where they differ. Their lengths are no secret. */
export function equalInConstantTime(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && crypto.timingSafeEqual(a, b);
}
