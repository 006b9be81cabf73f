import { describe, expect, it } from 'vitest';
import { checkSignature, sign, verify } from '../../../src/server/index';
import { paidOrder } from '../gateway/gatewayDouble';

const key = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';
const signed = { ...paidOrder, sign: sign(paidOrder, key) };

describe('checkSignature', () => {
  it('tells which key fits', () => {
    expect(checkSignature(signed, key)).toEqual({ valid: true, keyIndex: 0 });
    expect(checkSignature(signed, ['new key', key])).toEqual({ valid: true, keyIndex: 1 });
  });

  it.each([
    ['sign_missing', undefined],
    ['sign_missing', ''],
    ['sign_malformed', signed.sign.toLowerCase()],
    ['sign_malformed', [signed.sign]],
    ['sign_malformed', 'A'.repeat(10_000)],
  ])('says %s of the sign %j', (reason, bad) => {
    expect(checkSignature({ ...signed, sign: bad }, key)).toMatchObject({ valid: false, reason });
  });

  it.each([
    [undefined, /carries no sign/],
    [null, /carries no sign/],
    [[signed.sign], /^sign must be a string of 32 .*, not a list\.$/],
    [12, /^sign must be a string of 32 .*, not a number\.$/],
    [signed.sign.toLowerCase(), /^sign must be a string of 32 .*: this one holds lower-case letters\.$/],
    [`x${signed.sign.toLowerCase()}`, /^sign must be a string of 32 .* characters\.$/],
    [`${signed.sign.toLowerCase()}x`, /^sign must be a string of 32 .* characters\.$/],
    ['a', /^sign must be a string of 32 .* characters\.$/],
    ['-'.repeat(32), /^sign must be a string of 32 .* characters\.$/],
  ])('says what is wrong with the sign %j', (bad, words) => {
    const check = checkSignature({ ...signed, sign: bad }, key);
    expect(!check.valid && check.message).toMatch(words);
  });

  it.each([` ${key}`, `${key}\n`, `\t${key} `])('recognises white space around the key', (padded) => {
    expect(checkSignature(signed, padded)).toMatchObject({ valid: false, reason: 'key_white_space' });
  });

  it.each<[string, string, string]>([
    [
      'still URL-encoded',
      'https://shop.example/?a=1&b=é',
      'https%3A%2F%2Fshop.example%2F%3Fa%3D1%26b%3D%C3%A9',
    ],
    ['URL-decoded once too often', '100%25 off', '100% off'],
    ['plus signs were turned into spaces', '1+1', '1 1'],
    ['spaces are still plus signs', 'a b c', 'a+b+c'],
    ['HTML-escaped', `<b>"Tom's" & Co</b>`, '&lt;b&gt;&quot;Tom&#39;s&quot; &amp; Co&lt;/b&gt;'],
    ['read as Latin-1', 'café 中文', Buffer.from('café 中文').toString('latin1')],
    ['line ends were rewritten', 'one\ntwo', 'one\r\ntwo'],
  ])('recognises a body whose values are: %s', (what, sent, received) => {
    const params = { ...paidOrder, body: sent };
    const arrived = { ...params, body: received, sign: sign(params, key) };
    const check = checkSignature(arrived, ['another key', key]);
    expect(check).toMatchObject({ valid: false, reason: 'body_re_encoded' });
    expect(!check.valid && check.message).toContain(what);
    expect(verify(arrived, key)).toBe(false);
  });

  it('looks for no mistake where it is told not to, and finds the same signatures right', () => {
    const arrived = { ...paidOrder, body: 'a+b', sign: sign({ ...paidOrder, body: 'a b' }, key) };
    for (const [params, anyKey] of [
      [signed, `${key} `],
      [arrived, key],
    ] as const) {
      expect(checkSignature(params, anyKey)).not.toMatchObject({ reason: 'sign_mismatch' });
      expect(checkSignature(params, anyKey, { diagnose: false })).toMatchObject({
        valid: false,
        reason: 'sign_mismatch',
        message: expect.stringMatching(/1 tried, length/) as string,
      });
    }
    expect(checkSignature(signed, ['new key', key], { diagnose: false })).toEqual({
      valid: true,
      keyIndex: 1,
    });
  });

  it('suspects another environment when nothing fits, and names the lengths to compare', () => {
    const check = checkSignature({ ...signed, amount: 1 }, [key, 'short']);
    expect(check).toMatchObject({ valid: false, reason: 'sign_mismatch' });
    expect(!check.valid && check.message).toMatch(/2 tried, length 32, 5.*another environment/);
  });

  it('shows neither key nor sign nor body in any message', () => {
    const params = { ...paidOrder, body: 'a b' };
    const faults = [
      checkSignature({ ...params, sign: sign({ ...params, body: 'a+b' }, key) }, key),
      checkSignature(signed, `${key} `),
      checkSignature({ ...signed, sign: signed.sign.toLowerCase() }, key),
      checkSignature({ ...signed, amount: 1 }, key),
      checkSignature(paidOrder, key),
    ];
    for (const fault of faults) {
      const text = JSON.stringify(fault);
      expect(fault.valid).toBe(false);
      for (const secret of [key, signed.sign, paidOrder.cardNum, 'a b', 'a+b']) {
        expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
      }
    }
  });
});
