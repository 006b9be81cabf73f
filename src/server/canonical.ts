/** Named values to sign or verify, as they stand in a message. */
export type SignParams = Readonly<Record<string, unknown>>;

/** The documented order, and the one that IOTPay's PHP library uses (gateway contract, section 2). */
export type FieldOrder = 'ascii' | 'case-insensitive';

/**
 * The text that is signed, up to the key: `name=value&` for every field that counts, in the given order.
 * `sign` itself and empty values (`''`, null, undefined) don't count; `0` and `false` do.
 */
export function canonicalText(params: SignParams, order: FieldOrder = 'ascii'): string {
  let text = '';
  for (const name of orderedNames(params, order)) {
    const value = name === 'sign' ? '' : signedText(params[name]);
    if (value !== '') text += `${name}=${value}&`;
  }
  return text;
}

function orderedNames(params: SignParams, order: FieldOrder): string[] {
  const names = sortAscii(Object.keys(params));
  return order === 'ascii' ? names : names.sort(byLowerCase);
}

/** By insertion where there are few names, as in every real message: twice as fast as `sort`, which takes over where it's not. */
function sortAscii(names: string[]): string[] {
  if (names.length > 32) return names.sort();
  for (let sorted = 1; sorted < names.length; sorted++) {
    const name = names[sorted] as string;
    let at = sorted;
    for (let before; at > 0 && (before = names[at - 1] as string) > name; at--) names[at] = before;
    names[at] = name;
  }
  return names;
}

/** Names that differ in case only stay in ASCII order, because sorting is stable: the result never depends on theirs. */
function byLowerCase(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A value as the signature sees it: strings exactly as they are, numbers and booleans as JSON writes them. IOTPay documents
 * no nested values; should one come, its compact JSON is what stands in the message.
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
    // Nested deeper than the stack, which only an attacker sends: a text that fits no signature, instead of a crash.
    return '[unreadable]';
  }
}
