import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sign } from '../../../src/server/index';
import { md5 } from '../../../src/server/signing/digest';
import { runCommand } from '../runCommand';

const key = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';
const env = { IOTPAY_KEY: key };
const message = '{"mchId":"4711","amount":1999,"currency":"CAD"}';
const signature = sign({ mchId: '4711', amount: 1999, currency: 'CAD' }, key);

const vectors = readFileSync(new URL('../../server/sign-vectors.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as { params: Record<string, unknown>; key: string; sign: string });

describe('iotpay sign', () => {
  it('prints the sign alone', async () => {
    expect(await runCommand(['sign'], { stdin: message, env })).toMatchObject({
      code: 0,
      out: signature,
      error: '',
    });
  });

  it('agrees with the vectors of an independent implementation', async () => {
    expect(vectors.length).toBeGreaterThan(100);
    for (const vector of vectors) {
      const stdin = JSON.stringify(vector.params);
      const result = await runCommand(['sign', '-'], { stdin, env: { IOTPAY_KEY: vector.key } });
      expect(result).toMatchObject({ code: 0, out: vector.sign });
    }
  });

  it('completes the message with --json, as it was spelt and in its order, in place of an old sign', async () => {
    const stdin =
      '{ "sign": "OLD",\n "rate" : 1500.00, "body":"caf\\u00e9", "id": 9007199254740993, "empty": null }';
    const { out } = await runCommand(['sign', '--json'], { stdin, env });

    const expected = md5(`body=café&id=9007199254740993&rate=1500.00&key=${key}`);
    expect(out).toBe(
      `{"rate":1500.00,"body":"caf\\u00e9","id":9007199254740993,"empty":null,"sign":"${expected}"}`,
    );
  });

  it('makes with --json what verify accepts', async () => {
    for (const { params, key: IOTPAY_KEY } of vectors.slice(0, 20)) {
      const { out } = await runCommand(['sign', '--json'], {
        stdin: JSON.stringify(params),
        env: { IOTPAY_KEY },
      });
      expect((await runCommand(['verify'], { stdin: out, env: { IOTPAY_KEY } })).code).toBe(0);
    }
  });

  it.each([
    ['nothing', '', /empty/],
    ['white space', ' \n', /empty/],
    ['a list', '[1]', /not a JSON object/],
    ['a urlencoded body', 'amount=1', /not a JSON object/],
    ['broken JSON', '{"amount":1,}', /begins like JSON and is none/],
    ['a field given twice', '{"amount":1,"\\u0061mount":2}', /twice/],
    ['an object in a field', '{"walletData":{"a":1}}', /"walletData" holds an object or a list/],
    ['a list in a field', '{"ids":[1,2]}', /"ids" holds an object or a list/],
    ['no field', '{}', /nothing to sign/],
    ['no field with a value', '{"amount":"","sign":"X","body":null}', /nothing to sign/],
    ['half a surrogate pair', '{"body":"\\ud83c"}', /surrogate/],
    ['the merchant key itself', `{"note":"key is ${key}"}`, /holds the merchant key itself/],
  ])('refuses %s', async (_, stdin, complaint) => {
    const { code, out, error } = await runCommand(['sign'], { stdin, env });

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(complaint);
    expect(error).not.toContain(key);
  });

  it.each([` ${key}`, `${key}\n`])(
    'refuses white space around the key, as createIotPay does',
    async (padded) => {
      const { code, out, error } = await runCommand(['sign'], {
        stdin: message,
        env: { IOTPAY_KEY: padded },
      });

      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(error).toMatch(/white space/);
      expect(error).not.toContain(key);
    },
  );

  it('signs with one key only', async () => {
    const args = ['sign', '--key-env', 'IOTPAY_KEY', '--key-env', 'IOTPAY_KEY'];
    expect(await runCommand(args, { stdin: message, env })).toMatchObject({
      code: 2,
      error: expect.stringMatching(/one key/) as unknown,
    });
  });

  it('keeps standard output to the sign when it explains', async () => {
    const { out, error } = await runCommand(['sign', '--explain'], { stdin: message, env });

    expect(out).toBe(signature);
    expect(error).toContain('amount=1999&currency=CAD&mchId=4711&key=••••••••');
    expect(error).toContain(signature);
  });
});
