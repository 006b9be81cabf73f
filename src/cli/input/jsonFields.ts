/** One field of a JSON object as it is written there. */
export interface JsonField {
  readonly name: string;
  /** The value's own spelling, `1500.00` or `"a"`; undefined for objects and lists. */
  readonly literal: string | undefined;
}

const tokens = /"(?:[^"\\]+|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/**
 * The fields of a JSON object in the order and spelling of the text, doubled ones included: all that `JSON.parse` forgets
 * and a signature minds. The caller has made sure that the text is a JSON object.
 */
export function readJsonFields(text: string): JsonField[] {
  const fields: JsonField[] = [];
  let depth = 0;
  let name: string | undefined;
  let literal: string | undefined;
  for (const [token] of text.matchAll(tokens)) {
    if (depth === 1 && token === ':') {
      name = JSON.parse(literal ?? '') as string;
      literal = undefined;
    } else if (depth === 1 && (token === ',' || token === '}')) {
      if (name !== undefined) fields.push({ name, literal });
      name = undefined;
    } else if (depth === 1 && !/[{[]/.test(token[0] ?? '')) {
      literal = token;
    }
    depth += nesting[token] ?? 0;
  }
  return fields;
}

const nesting: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };
