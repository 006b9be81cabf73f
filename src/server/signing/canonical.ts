import { disregardingCase, signedFields } from './signedFields';

/** Named values to sign or verify, as they stand in a message. */
export type SignParams = Readonly<Record<string, unknown>>;

/** The documented order, and the one that IOTPay's PHP library uses (docs/gateway-contract.md, section 2). */
export type FieldOrder = 'ascii' | 'case-insensitive';

/**
 * The text that is signed, without the key: `name=value&` for every field that counts, in the given order. `sign`
 * itself and empty values (`''`, null, undefined) don't count; `0` and `false` do.
 */
export function canonicalText(params: SignParams, order: FieldOrder = 'ascii'): string {
  const fields = signedFields(Object.keys(params));
  const values = Object.values(params);
  let text = '';
  for (const { at, first, next } of order === 'ascii' ? fields : disregardingCase(fields)) {
    const value = signedText(values[at]);
    // Few long pieces are faster, because the engine has to copy all pieces into one text before it can be hashed.
    if (value !== '') text = text + (text === '' ? first : next) + value;
  }
  return text === '' ? '' : `${text}&`;
}

/**
 * A value as the signature sees it: strings exactly as they are, numbers and booleans as JSON writes them. IOTPay
 * documents no nested values. If one comes, its compact JSON is taken, because that stands in the message.
 */
function signedText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  return typeof value === 'object' && value !== null ? nestedText(value) : '';
}

function nestedText(value: object): string {
  try {
    return JSON.stringify(value);
  } catch {
    // Only an attacker nests deeper than the stack. Return a text that fits no signature, instead of crashing.
    return '[unreadable]';
  }
}
