import { describe, expect, it } from 'vitest';
import { md5 } from '../../../src/server/signing/digest';
import { sign } from '../../../src/server/index';
import { paidOrder } from '../../server/gateway/gatewayDouble';
import { runCommand } from '../runCommand';

const key = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';
const env = { IOTPAY_KEY: key, NEXT_KEY: 'the-next-merchant-key' };
const signed = { ...paidOrder, sign: sign(paidOrder, key) };

const verify = (stdin: string, ...args: string[]) => runCommand(['verify', ...args], { stdin, env });

describe('iotpay verify', () => {
  it('says that a sign is right, and which key made it', async () => {
    expect(await verify(JSON.stringify(signed))).toMatchObject({
      code: 0,
      out: 'valid, signed with the key in IOTPAY_KEY',
      error: '',
    });
  });

  it.each([
    ['as it arrives', (body: string) => body],
    ['with the line break that an editor puts behind it', (body: string) => `${body}\r\n`],
  ])('reads a urlencoded body %s', async (_, change) => {
    const fields = { ...paidOrder, body: 'a b+c&d=é' };
    const body = new URLSearchParams({ ...fields, sign: sign(fields, key) } as unknown as Record<
      string,
      string
    >);
    expect((await verify(change(body.toString()))).code).toBe(0);
  });

  it.each(['1500.00', '1e3', '-0', '9007199254740993', '0.10'])(
    'hashes the number %s as it was written',
    async (number) => {
      const made = md5(`amount=${number}&mchId=4711&key=${key}`);
      expect((await verify(`{"amount": ${number}, "mchId": "4711", "sign": "${made}"}`)).code).toBe(0);
    },
  );

  it('skips a byte order mark', async () => {
    expect((await verify(`\ufeff${JSON.stringify(signed)}`)).code).toBe(0);
  });

  it('tries several keys, and names the one that fits', async () => {
    const args = ['--key-env', 'NEXT_KEY', '--key-env=IOTPAY_KEY'];
    expect(await verify(JSON.stringify(signed), ...args)).toMatchObject({
      code: 0,
      out: 'valid, signed with the key in IOTPAY_KEY',
    });
    expect((await verify(JSON.stringify(signed), '--key-env', 'NEXT_KEY')).code).toBe(1);
  });

  it.each<[string, object, RegExp]>([
    ['a forged amount', { amount: 1 }, /sign_mismatch\)\n.*another environment/],
    ['no sign', { sign: undefined }, /sign_missing\)\n.*no sign/],
    ['a sign in lower case', { sign: signed.sign.toLowerCase() }, /sign_malformed\)\n.*lower-case/],
    ['a sign that is a list', { sign: [signed.sign] }, /sign_malformed\)\n.*a list/],
  ])('ends with 1 and the likely mistake for %s', async (_, change, verdict) => {
    const { code, out } = await verify(JSON.stringify({ ...signed, ...change }));

    expect(code).toBe(1);
    expect(out).toMatch(verdict);
    expect(out).toMatch(/^not valid/);
  });

  it('recognises a body that was re-encoded on its way', async () => {
    const made = sign({ body: 'café' }, key);
    const { code, out } = await verify(`{"body":"caf%C3%A9","sign":"${made}"}`);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/body_re_encoded/) as unknown });
  });

  it('recognises white space around the key', async () => {
    const { code, out } = await runCommand(['verify'], {
      stdin: JSON.stringify(signed),
      env: { IOTPAY_KEY: `${key}\n` },
    });
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/key_white_space/) as unknown });
  });

  it('accepts nested values and fields that nobody has heard of', async () => {
    const made = md5(`brandNew={"a":[1,"}"]}&key=${key}`);
    expect((await verify(`{"brandNew": {"a": [1, "}"]}, "sign": "${made}"}`)).code).toBe(0);
  });

  it.each([
    ['nothing', '', /empty/],
    ['a list', '[{"a":1}]', /neither a JSON object nor a urlencoded body/],
    ['a text with an equals sign', '"a=b"', /neither/],
    ['some words', 'hello', /neither/],
    ['broken JSON', '{"a":1', /begins like JSON/],
    ['a JSON field given twice', '{"amount":1,"amount":1999}', /twice/],
    ['a urlencoded field given twice', 'amount=1&amount=1999', /twice/],
  ])('ends with 2 for %s', async (_, stdin, complaint) => {
    const { code, out, error } = await verify(stdin);

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(complaint);
  });

  it('does not mistake a field that is named like an inner one for a double', async () => {
    const fields = { a: '1', b: { a: '2', b: 3 }, c: ['a', 'b'] };
    expect((await verify(JSON.stringify({ ...fields, sign: sign(fields, key) }))).code).toBe(0);
  });
});
