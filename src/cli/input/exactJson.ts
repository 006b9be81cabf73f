import { isJsonObject } from '../../contract/wire';

/**
 * Members' numbers that JavaScript may not write as they were sent: fractions, exponents, more digits than it keeps, minus zero.
 * The colon leaves out the long order numbers, which are text: every notification has one.
 */
const doubtful = /:\s*(?:-0|-?\d+[.eE]|-?\d{16})/;

const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Parses JSON, but gives a top-level number that would not survive parsing as the text that it was sent as: a signature
 * is over `1500.00`, and not over the `1500` that is left of it.
 *
 * @throws SyntaxError, whose message quotes the text: don't pass it on.
 */
export function parseExactJson(text: string): unknown {
  const parsed: unknown = JSON.parse(text);
  if (!doubtful.test(text) || !isJsonObject(parsed)) return parsed;

  const quoted = text.replace(stringOrNumber, (token) => (token.startsWith('"') ? token : `"${token}"`));
  const asTexts = JSON.parse(quoted) as Record<string, unknown>;
  for (const name of Object.keys(parsed)) {
    if (typeof parsed[name] === 'number') parsed[name] = asTexts[name];
  }
  return parsed;
}
