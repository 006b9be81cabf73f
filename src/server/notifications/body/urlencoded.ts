import { collectFields, most, type ReadFields, tooMany } from './fieldLimits';

/**
 * Reads `name=value&name=value`, as older channels send it (docs/gateway-contract.md, section 4). Unlike `URLSearchParams`, it stops at the first
 * field that no notification has.
 */
export function readUrlencoded(text: string): ReadFields {
  const { add, done } = collectFields();
  const pairs = text.split('&', most.fields + 1);
  if (pairs.length > most.fields) return { malformed: tooMany };
  const decode = createDecoder();
  for (const pair of pairs) {
    if (pair === '') continue;
    const [name, value] = splitPair(pair);
    const fault = add(decode(name), decode(value));
    if (fault) return { malformed: fault };
  }
  return done();
}

function splitPair(pair: string): [name: string, value: string] {
  const equals = pair.indexOf('=');
  return equals === -1 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

/**
 * Decodes names and values until one is not properly encoded (`100%`). Its sender doesn't encode, so this one and those
 * after it are taken as they are. To try each of them again would make a stranger's body take fifty times as long as a
 * genuine one.
 */
function createDecoder(): (part: string) => string {
  let isEncoded = true;
  return (part) => {
    const spaced = part.includes('+') ? plusesToSpaces(part) : part;
    if (!isEncoded || !spaced.includes('%')) return spaced;
    try {
      return decodeURIComponent(spaced);
    } catch {
      isEncoded = false;
      return spaced;
    }
  };
}

const plus = 0x2b;
const space = 0x20;

/** Byte by byte, because `replaceAll` takes thirty times as long for a stranger's thousands of plus signs. */
function plusesToSpaces(text: string): string {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === plus) bytes[at] = space;
  return new TextDecoder().decode(bytes);
}
