import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonFields } from '../../../src/cli/input/jsonFields';

describe('readJsonFields', () => {
  it('keeps order, spelling and doubles', () => {
    expect(readJsonFields('{"b": 1500.00,\n"a":"x\\u0041\\"}", "b":-1e3 ,"\\u0062" : null}')).toEqual([
      { name: 'b', literal: '1500.00' },
      { name: 'a', literal: '"x\\u0041\\"}"' },
      { name: 'b', literal: '-1e3' },
      { name: 'b', literal: 'null' },
    ]);
  });

  it('takes no notice of what is inside objects and lists', () => {
    expect(readJsonFields('{"a":{"x":1,"y":[{"z":2}]},"b":[1,{"c":3}],"d":{},"e":true}')).toEqual([
      { name: 'a', literal: undefined },
      { name: 'b', literal: undefined },
      { name: 'd', literal: undefined },
      { name: 'e', literal: 'true' },
    ]);
  });

  it('reads any object as JSON.parse does, however it is indented', () => {
    const objects = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(objects, fc.constantFrom(0, 1, '\t'), (object, indent) => {
        const fields = readJsonFields(JSON.stringify(object, null, indent));
        expect(fields.map(({ name }) => name)).toEqual(Object.keys(object));
        for (const { name, literal } of fields) {
          const value: unknown = object[name];
          if (literal === undefined) expect(typeof value).toBe('object');
          else expect(JSON.stringify(JSON.parse(literal))).toBe(JSON.stringify(value));
        }
      }),
    );
  });
});
