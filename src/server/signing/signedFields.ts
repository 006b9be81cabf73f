/** One field of a message, as the signed text names it. */
export interface SignedField {
  readonly name: string;
  /** The index of its value among the message's values. */
  readonly at: number;
  /** The text before its value: `first` for the first field that counts, `next` for the others. */
  readonly first: string;
  readonly next: string;
}

interface Shape {
  readonly names: readonly string[];
  readonly fields: readonly SignedField[];
}

/** A server signs and verifies fewer kinds of messages than this. */
const mostShapes = 8;

/** No real message has as many names. A stranger may send thousands, and they are not worth keeping. */
const mostNames = 64;

const shapes: Shape[] = [];
let oldest = 0;

/**
 * A message's fields without `sign`, in ASCII order. A server signs the same few shapes all day, and sorting one takes
 * as long as the rest of the text, so the last shapes are kept. They hold names, never values.
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

/**
 * The fields in the order of IOTPay's PHP library. Names that differ only in case stay in ASCII order, because sorting
 * is stable.
 */
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
