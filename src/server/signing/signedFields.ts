/** One field of a message, as the signed text names it. */
export interface SignedField {
  readonly name: string;
  /** Its place among the message's values. */
  readonly at: number;
  /** What stands before its value: `name=` where it is the first that counts, `&name=` after others. */
  readonly first: string;
  readonly next: string;
}

interface Shape {
  readonly names: readonly string[];
  readonly fields: readonly SignedField[];
}

/** More than the kinds of messages that one server signs and verifies. */
const mostShapes = 8;

/** More than any real message has: a stranger's thousands of names are not worth keeping. */
const mostNames = 64;

const shapes: Shape[] = [];
let oldest = 0;

/**
 * A message's fields but for `sign`, in ASCII order. A server signs the same few shapes all day, and sorting one costs as much as
 * the rest of the text: the last ones are kept. They hold names, never values.
 */
export function signedFields(names: readonly string[]): readonly SignedField[] {
  for (const shape of shapes) if (isSame(shape.names, names)) return shape.fields;

  const fields = names
    .map((name, at) => ({ name, at, first: `${name}=`, next: `&${name}=` }))
    .filter(({ name }) => name !== 'sign')
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  if (names.length <= mostNames) {
    shapes[oldest] = { names, fields };
    oldest = (oldest + 1) % mostShapes;
  }
  return fields;
}

/** In the order of IOTPay's PHP library. Names that differ in case only stay in ASCII order: sorting is stable. */
export function disregardingCase(fields: readonly SignedField[]): readonly SignedField[] {
  return fields
    .map((field) => ({ field, lowerCase: field.name.toLowerCase() }))
    .sort(({ lowerCase: a }, { lowerCase: b }) => (a < b ? -1 : a > b ? 1 : 0))
    .map(({ field }) => field);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
