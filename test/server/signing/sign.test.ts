import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as nodeDigest from '../../../src/server/signing/digest';
import * as portableDigest from '../../../src/server/signing/digest.portable';
import { sign, verify } from '../../../src/server/index';

interface Vector {
  params: Record<string, unknown>;
  key: string;
  sign: string;
}

const vectors = readFileSync(new URL('../sign-vectors.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Vector);

describe('sign', () => {
  it('has vectors of an independent implementation to agree with', () => {
    expect(vectors.length).toBeGreaterThan(100);
  });

  it.each(vectors.map((vector, index) => [index + 1, vector] as const))(
    'agrees with vector %i',
    (_, vector) => {
      expect(sign(vector.params, vector.key)).toBe(vector.sign);
      expect(verify({ ...vector.params, sign: vector.sign }, vector.key)).toBe(true);
    },
  );

  it('follows the four steps of the documentation', () => {
    const text = 'amount=0&body=中文 🍁&mchId=1&notifyUrl=https://shop.example/?a=1&b=2&key=secret';
    const params = {
      notifyUrl: 'https://shop.example/?a=1&b=2',
      mchId: '1',
      body: '中文 🍁',
      amount: 0,
      subject: '',
      mchUserId: null,
      clientIp: undefined,
      sign: 'OLD',
    };
    expect(sign(params, 'secret')).toBe(nodeDigest.md5(text));
  });

  it('sorts upper case before lower case', () => {
    expect(sign({ refundable: 1, refundAmount: 2 }, 'k')).toBe(
      nodeDigest.md5('refundAmount=2&refundable=1&key=k'),
    );
  });

  it('signs numbers and booleans as JSON writes them, and nested values as compact JSON', () => {
    const text = 'a=1.5&b=false&c={"d":[1,"x"]}&key=k';
    expect(sign({ a: 1.5, b: false, c: { d: [1, 'x'] } }, 'k')).toBe(nodeDigest.md5(text));
  });

  it('signs whole numbers beyond those of JavaScript exactly, as a bigint', () => {
    expect(sign({ a: 90071992547409930n }, 'k')).toBe(nodeDigest.md5('a=90071992547409930&key=k'));
  });

  it.each([{}, { a: '', b: null, c: undefined }])(
    'signs a message without any value by its key alone: %j',
    (none) => {
      expect(sign(none, 'k')).toBe(nodeDigest.md5('key=k'));
    },
  );

  it('takes a field called __proto__ for a field', () => {
    const params = JSON.parse('{"__proto__":"x","a":"1"}') as Record<string, unknown>;
    expect(sign(params, 'k')).toBe(nodeDigest.md5('__proto__=x&a=1&key=k'));
  });

  it.each(['', ' ', '\n'])('refuses the blank key %j', (key) => {
    expect(() => sign({ a: '1' }, key)).toThrow(expect.objectContaining({ code: 'invalid_config' }));
  });
});

describe('the two digests', () => {
  it('computes the same digest with and without Node for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(portableDigest.md5(text)).toBe(nodeDigest.md5(text));
      }),
    );
  });

  it.each([
    ['node', nodeDigest],
    ['portable', portableDigest],
  ])('compares texts for equality with and without Node (%s)', (_, { equalInConstantTime }) => {
    expect(equalInConstantTime('ABCD', 'ABCD')).toBe(true);
    expect(equalInConstantTime('ABCD', 'ABCE')).toBe(false);
    expect(equalInConstantTime('BBCD', 'ABCD')).toBe(false);
    expect(equalInConstantTime('ABCD', 'ABC')).toBe(false);
    expect(equalInConstantTime('', '')).toBe(true);
  });
});
