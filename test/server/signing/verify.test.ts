import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { md5 } from '../../../src/server/signing/digest';
import { checkSignature, sign, verify } from '../../../src/server/index';
import { paidOrder } from '../gateway/gatewayDouble';

const key = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';
const signed = { ...paidOrder, sign: sign(paidOrder, key) };

/** Field names and values as they can stand in a message. Names never contain what separates fields. */
const fieldName = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,14}$/).filter((name) => name !== 'sign');
const fieldValue = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.boolean(),
);
const message = fc.dictionary(fieldName, fieldValue, { minKeys: 1, maxKeys: 50 });
const anyKey = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');

describe('verify', () => {
  it('agrees with sign for any parameters and any key', () => {
    fc.assert(
      fc.property(message, anyKey, (params, anotherKey) => {
        expect(verify({ ...params, sign: sign(params, anotherKey) }, anotherKey)).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the fields', () => {
    const shuffled = message.chain((params) =>
      fc.tuple(
        fc.constant(params),
        fc.shuffledSubarray(Object.entries(params), { minLength: Object.keys(params).length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([params, entries]) => {
        expect(verify({ sign: sign(params, key), ...Object.fromEntries(entries) }, key)).toBe(true);
      }),
    );
  });

  it('accepts unknown fields, as part of the signature', () => {
    fc.assert(
      fc.property(message, fieldValue, (more, value) => {
        const params = { ...more, ...paidOrder, brandNewField: value };
        const complete = { ...params, sign: sign(params, key) };
        expect(verify(complete, key)).toBe(true);
        expect(verify({ ...complete, brandNewField: `${value}x` }, key)).toBe(false);
      }),
    );
  });

  it('refuses any single changed byte of a value', () => {
    const names = Object.keys(paidOrder) as (keyof typeof paidOrder)[];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (name, position, flip) => {
          const bytes = Buffer.from(String(paidOrder[name]), 'latin1');
          const at = position % bytes.length;
          bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
          expect(verify({ ...signed, [name]: bytes.toString('latin1') }, key)).toBe(false);
        },
      ),
    );
  });

  it('refuses any single changed character of the signature', () => {
    const digit = fc.constantFrom(...'0123456789ABCDEF'.split(''));
    fc.assert(
      fc.property(fc.nat(31), digit, (at, character) => {
        fc.pre(signed.sign[at] !== character);
        const forged = signed.sign.slice(0, at) + character + signed.sign.slice(at + 1);
        expect(verify({ ...signed, sign: forged }, key)).toBe(false);
      }),
    );
  });

  it('refuses a field that was left out and one that was added', () => {
    const { amount, ...without } = signed;
    expect(amount).toBe(1999);
    expect(verify(without, key)).toBe(false);
    expect(verify({ ...signed, extra: '1' }, key)).toBe(false);
  });

  it('ignores empty fields that were added, as the rule says', () => {
    expect(verify({ ...signed, extra: '', other: null }, key)).toBe(true);
  });

  it('accepts the order that disregards case too', () => {
    const params = { refundAmount: 2, refundable: 1 };
    expect(verify({ ...params, sign: md5(`refundable=1&refundAmount=2&key=${key}`) }, key)).toBe(true);
    expect(verify({ ...params, sign: md5(`refundAmount=2&refundable=1&key=${key}`) }, key)).toBe(true);
    const mixed = { amount: 1, Zone: 2 };
    expect(verify({ ...mixed, sign: md5(`Zone=2&amount=1&key=${key}`) }, key)).toBe(true);
    expect(verify({ ...mixed, sign: md5(`amount=1&Zone=2&key=${key}`) }, key)).toBe(true);
  });

  it('hashes numbers sent as strings exactly as received', () => {
    const params = { amount: '1500', status: '2', rate: '1.50' };
    const complete = { ...params, sign: md5(`amount=1500&rate=1.50&status=2&key=${key}`) };
    expect(verify(complete, key)).toBe(true);
    expect(verify({ ...complete, rate: 1.5 }, key)).toBe(false);
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['empty', ''],
    ['lower-case', signed.sign.toLowerCase()],
    ['a list', [signed.sign]],
    ['a number', 12345678901234567890],
    ['an object', { toString: () => signed.sign }],
    ['10 000 characters', 'A'.repeat(10_000)],
    ['followed by a line break', `${signed.sign}\n`],
  ])('refuses a sign that is %s', (_, bad) => {
    expect(verify({ ...signed, sign: bad }, key)).toBe(false);
  });

  it('accepts any of several keys', () => {
    expect(verify(signed, ['new key', key])).toBe(true);
    expect(verify(signed, ['new key', 'newer key'])).toBe(false);
  });

  it.each([
    ['an empty list', []],
    ['an empty key', ''],
    ['a blank key', '  '],
    ['a list with a blank key', [key, '']],
    ['an undefined key', undefined as unknown as string],
  ])('throws for %s instead of verifying anything', (_, keys) => {
    expect(() => verify(signed, keys)).toThrow(expect.objectContaining({ code: 'invalid_config' }));
    expect(() => checkSignature(signed, keys)).toThrow(expect.objectContaining({ code: 'invalid_config' }));
  });

  it('survives values that are nested deeper than the stack', () => {
    const depth = 30_000;
    const deep = JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;
    expect(verify({ ...signed, deep }, key)).toBe(false);
    expect(checkSignature({ ...signed, deep }, key)).toMatchObject({ reason: 'sign_mismatch' });
  });
});
