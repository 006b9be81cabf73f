import { asRecord, textOf } from '../contract/wire';
import { hideCardNumbers } from './cardNumbers';

const hidden = '[hidden]';

/** The longest text of the gateway that is passed on, in characters. */
const longest = 250;

/**
 * Makes a text from outside safe for a message. It blots out the given secrets and everything that looks like a `sign`
 * (32 hexadecimal characters), a `secureId` (64) or a card number. Line breaks become spaces, so that the text can't
 * forge a log line.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) clean = clean.replaceAll(secret, hidden);
  clean = clean.replace(/[0-9a-f]{32,}/gi, hidden).replace(/\p{Cc}+/gu, ' ');
  clean = hideCardNumbers(clean, hidden);
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

/**
 * A copy of an error for `cause`, made of its message, code and own cause only, because an error of `fetch` may carry
 * the failed request, with its body.
 */
export function safeCause(error: unknown, secrets: readonly string[], depth = 3): Error {
  const source = asRecord(error);
  const cause =
    depth > 0 && source.cause !== undefined ? safeCause(source.cause, secrets, depth - 1) : undefined;
  const copy = new Error(redact(textOf(source.message) ?? textOf(error) ?? '', secrets), cause && { cause });
  for (const name of ['name', 'code', 'syscall']) {
    const value = textOf(source[name]);
    if (value)
      Object.defineProperty(copy, name, { value: redact(value, secrets), enumerable: name !== 'name' });
  }
  // The copy's stack would point here, and the original's begins with a message that may hold anything.
  delete copy.stack;
  return copy;
}

/**
 * Keeps an object's values out of logs. Its properties and its JSON stay the same, because a shop answers its browser
 * with them. `console.log` and `util.inspect` show the names, not the values.
 */
export function hideWhenInspected<T extends object>(object: T): T {
  const shown = Object.fromEntries(Object.keys(object).map((name) => [name, hidden]));
  return Object.defineProperty(object, Symbol.for('nodejs.util.inspect.custom'), { value: () => shown });
}
