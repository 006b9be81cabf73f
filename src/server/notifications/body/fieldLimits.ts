import type { SignParams } from '../../signing/canonical';

/**
 * The limits of a notification. The documented fields are about 20, with 1,600 characters if each is at its longest
 * (docs/gateway-contract.md, section 3). A stranger may send more, and everything that is let through has to be hashed.
 */
export const most = { fields: 64, nameLength: 64, valueLength: 1024, bytes: 4096 } as const;

/** A notification's fields, and about how many bytes have to be hashed. */
export interface NotificationFields {
  readonly fields: SignParams;
  readonly bytes: number;
}

/** The result of reading a body: fields, or a sentence that says why a notification can't have them. */
export type ReadFields = NotificationFields | { readonly malformed: string };

export const nested = 'The body holds a nested value: a notification is flat.';
export const tooMany = `The body holds more than ${most.fields} fields.`;

/** Collects the fields that a reader finds one by one, and stops it at the first field that no notification has. */
export function collectFields() {
  const fields: Record<string, unknown> = {};
  let count = 0;
  let bytes = 0;

  /** @returns a sentence that says why the reader has to stop, or undefined */
  function add(name: string, value: unknown): string | undefined {
    if (typeof value === 'object' && value !== null) return nested;
    const text = typeof value === 'string' ? value : '';
    if (++count > most.fields) return tooMany;
    if (name.length > most.nameLength)
      return `The body holds a name of more than ${most.nameLength} characters.`;
    if (text.length > most.valueLength)
      return `The body holds a value of more than ${most.valueLength} characters.`;
    bytes += mostBytesOf(name) + mostBytesOf(text);
    if (bytes > most.bytes) return `The body's names and values come to more than ${most.bytes} bytes.`;
    setField(fields, name, value);
    return undefined;
  }

  function done(): ReadFields {
    return Object.keys(fields).length === count
      ? { fields, bytes }
      : { malformed: 'The body gives a field twice, so it is unclear which one was signed.' };
  }

  return { add, done };
}

/**
 * `__proto__` is a field like any other. An object without a prototype would take it too, but reading such an object
 * takes twice as long.
 */
function setField(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') fields[name] = value;
  else Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
}

/** An upper limit of the UTF-8 bytes. A character beyond ASCII takes up to three bytes for each of its UTF-16 units. */
function mostBytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) bytes += 2;
  return bytes;
}
