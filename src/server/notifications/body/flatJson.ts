import { collectFields, nested, type ReadFields } from './fieldLimits';

const space = String.raw`[ \t\n\r]*`;
const string = String.raw`"[^"\\\u0000-\u001f]*(?:\\.[^"\\\u0000-\u001f]*)*"`;
const number = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const name = `${space}(${string})${space}:${space}`;

const member = new RegExp(`${name}(${string}|${number}|true|false|null)${space}[,}]`, 'y');
const nestedMember = new RegExp(`${name}[{[]`, 'y');
const emptyObject = new RegExp(`^{${space}}$`);

/**
 * Reads a JSON object that begins at the text's first character and holds no other object or list. It stops at the
 * first member that no notification has, and ignores the rest.
 *
 * Numbers are returned as the text that was sent, because a signature is over `1500.00` and not over the `1500` of
 * `JSON.parse`.
 */
export function readFlatJson(text: string): ReadFields {
  const { add, done } = collectFields();
  if (emptyObject.test(text)) return done();
  let end = 1;
  do {
    member.lastIndex = end;
    const found = member.exec(text);
    if (!found) return { malformed: describeMember(text, end) };
    end = member.lastIndex;
    const fault = addMember(add, found[1] ?? '', found[2] ?? '');
    if (fault) return { malformed: fault };
  } while (text.charAt(end - 1) === ',');
  return end === text.length ? done() : { malformed: notJson };
}

const notJson = 'The body begins like JSON and is none.';

function addMember(add: ReturnType<typeof collectFields>['add'], name: string, value: string) {
  try {
    return add(unquote(name), value.startsWith('"') ? unquote(value) : unquoted(value));
  } catch {
    return notJson;
  }
}

/** @throws SyntaxError for an escape that JSON doesn't know. Its message quotes the text, so don't pass it on. */
function unquote(quoted: string): string {
  return quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
}

/** In the signature, a number, `true` or `false` counts as it is written, and `null` does not count. */
function unquoted(value: string): string | null {
  return value === 'null' ? null : value;
}

function describeMember(text: string, start: number): string {
  nestedMember.lastIndex = start;
  return nestedMember.test(text) ? nested : notJson;
}
