import { md5 as md5Bytes } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';

// The build puts this file in the place of `./digest` for runtimes without `node:crypto`. It has the same exports and
// the same results.

const utf8 = new TextEncoder();

/** MD5 over the text's UTF-8 bytes, as 32 upper-case hexadecimal characters (docs/gateway-contract.md, section 2). */
export function md5(text: string): string {
  return bytesToHex(md5Bytes(utf8.encode(text))).toUpperCase();
}

/** Compares two texts in a time that does not depend on where they differ. Their lengths are no secret. */
export function equalInConstantTime(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let at = 0; at < one.length; at++) difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  return difference === 0;
}
