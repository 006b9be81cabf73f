import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNotificationFields } from '../../../../src/server/notifications/body/notificationFields';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 });
const flatValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const flatObject = fc.dictionary(name, flatValue, { maxKeys: 30 });

/** A value as the signature sees it: as it is written, and `null` not at all. */
const asWritten = (value: unknown) =>
  typeof value === 'string' || value === null ? value : JSON.stringify(value);

describe('a JSON body', () => {
  it('reads a JSON body as JSON.parse does, numbers as they are written, with any indentation and escapes', () => {
    const escapings: readonly ((json: string) => string)[] = [
      (json) => json,
      (json) =>
        json.replace(/[\u0080-\uffff]/g, (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`),
    ];
    fc.assert(
      fc.property(
        flatObject,
        fc.constantFrom(0, 1, '\t'),
        fc.constantFrom(...escapings),
        (object, indent, escape) => {
          const json = escape(JSON.stringify(object, null, indent));
          const parsed = JSON.parse(json) as Record<string, unknown>;
          const read = readNotificationFields(`\n ${json} `);
          expect(read).toHaveProperty('fields');
          const { fields } = read as { fields: Record<string, unknown> };
          expect(Object.entries(fields)).toEqual(
            Object.entries(parsed).map(([field, value]) => [field, asWritten(value)]),
          );
        },
      ),
    );
  });

  it('refuses a JSON body if JSON.parse does, whichever character is changed', () => {
    const changed = fc.tuple(
      flatObject,
      fc.nat(),
      fc.constantFrom(...Array.from('{}[]",:\\0-.e \n\u0000nx')),
    );
    fc.assert(
      fc.property(changed, ([object, at, character]) => {
        const json = JSON.stringify(object);
        const place = 1 + (at % json.length);
        const text = json.slice(0, place) + character + json.slice(place + 1);
        if ('fields' in readNotificationFields(text)) expect(() => JSON.parse(text) as unknown).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['1500.00', '1.5e3', '-0', '12345678901234567890', '1E+2'])('keeps %s as it was sent', (number) => {
    expect(readNotificationFields(`{"fee":${number}}`)).toMatchObject({ fields: { fee: number } });
  });

  it.each(['01', '1.', '.5', '+1', 'NaN', '0x10', 'nul', "'a'", '"\\x"', '"\n"', '"', ''])(
    'refuses a JSON body with the value %s',
    (value) => {
      expect(readNotificationFields(`{"a":${value}}`)).toHaveProperty('malformed');
    },
  );

  it.each(['{"a":1,}', '{,"a":1}', '{"a":1}}', '{"a":1}{"b":2}', '{"a":1 "b":2}', '{"a"}', '{a:1}', '{'])(
    'takes no JSON body that is %s',
    (text) => {
      expect(readNotificationFields(text)).toHaveProperty('malformed');
    },
  );

  it.each([
    '{"amount":1,"amount":2}',
    '{"amount":1,"\\u0061mount":2}',
    'amount=1&amount=2',
    'amount=1&%61mount=2',
  ])('refuses a body that gives a field twice, because it is unclear which one was signed: %s', (text) => {
    expect(readNotificationFields(text)).toEqual({ malformed: expect.stringContaining('twice') as string });
  });

  it('reads an empty JSON body', () => {
    expect(readNotificationFields('{ }')).toEqual({ fields: {}, bytes: 0 });
  });

  it('reads __proto__ in a JSON body, which is a field like any other', () => {
    for (const text of ['{"__proto__":"x"}', '__proto__=x']) {
      const read = readNotificationFields(text) as { fields: object };
      expect(Object.entries(read.fields)).toEqual([['__proto__', 'x']]);
    }
  });
});

describe('a urlencoded body', () => {
  it('reads a urlencoded body as URLSearchParams does', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.string({ unit: 'grapheme', maxLength: 10 }), { minKeys: 1, maxKeys: 20 }),
        (object) => {
          const text = new URLSearchParams(object).toString();
          const read = readNotificationFields(text) as { fields: object };
          expect(Object.entries(read.fields)).toEqual([...new URLSearchParams(text)]);
        },
      ),
    );
  });

  it.each(['a=1&&b=2&', 'a', 'a=b=c', '=x', 'note=100%', 'note=100%+off', 'a+b=c+d', 'é=中'])(
    'reads a urlencoded body as URLSearchParams does: %s',
    (text) => {
      const read = readNotificationFields(text) as { fields: object };
      expect(Object.entries(read.fields)).toEqual([...new URLSearchParams(text)]);
    },
  );

  it('stops decoding a urlencoded body at its first wrong encoding, because its sender does not encode', () => {
    expect(readNotificationFields('a=%41&b=100%&c=%42+%43')).toMatchObject({
      fields: { a: 'A', b: '100%', c: '%42 %43' },
    });
  });
});
