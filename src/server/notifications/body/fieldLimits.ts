import type { SignParams } from '../../signing/canonical';

/**
 * What a notification holds at most. The documented fields at their longest come to about 20 fields and 1,600 characters (gateway contract,
 * section 3). Anybody may send more, and whatever is let through has to be hashed.
 */
export const most = { fields: 64, nameLength: 64, valueLength: 1024, allLength: 4096 } as const;

/** A notification's fields, and the length of their names and texts together in characters. */
export interface NotificationFields {
  readonly fields: SignParams;
  readonly length: number;
}

/** What was read of a body: fields, or in words why they can't be those of a notification. */
export type ReadFields = NotificationFields | { readonly malformed: string };

export const nested = 'The body holds a nested value: a notification is flat.';
export const tooMany = `The body holds more than ${most.fields} fields.`;

/** Takes the fields that a reader finds one by one, and stops it at the first that no notification has. */
export function collectFields() {
  const fields: Record<string, unknown> = {};
  let count = 0;
  let length = 0;

  /** @returns in words why the reader has to stop, or undefined. */
  function add(name: string, value: unknown): string | undefined {
    if (typeof value === 'object' && value !== null) return nested;
    const valueLength = typeof value === 'string' ? value.length : 0;
    length += name.length + valueLength;
    if (++count > most.fields) return tooMany;
    if (name.length > most.nameLength) return tooLong('a name', most.nameLength);
    if (valueLength > most.valueLength) return tooLong('a value', most.valueLength);
    if (length > most.allLength) return tooLong('names and values', most.allLength);
    setField(fields, name, value);
    return undefined;
  }

  function done(): ReadFields {
    return Object.keys(fields).length === count
      ? { fields, length }
      : { malformed: 'The body gives a field twice: nobody knows which one was signed.' };
  }

  return { add, done };
}

/** `__proto__` is a field like any other. An object without a prototype would take it too, but reading it is half as fast. */
function setField(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') fields[name] = value;
  else Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
}

function tooLong(what: string, length: number): string {
  return `The body holds ${what} of more than ${length} characters.`;
}
