import { describe, expect, it } from 'vitest';
import { md5 } from '../../../src/server/signing/digest';
import { runCommand } from '../runCommand';

const key = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';
const env = { IOTPAY_KEY: key };
const secureId = '0f'.repeat(32);

async function explain(command: 'sign' | 'verify', fields: object, more: Record<string, string> = {}) {
  const args = [command, '--explain', ...Object.keys(more).flatMap((name) => ['--key-env', name])];
  const { error } = await runCommand(args, { stdin: JSON.stringify(fields), env: { ...env, ...more } });
  return error;
}

describe('--explain', () => {
  it('shows what is left out, what counts in which order, the text, the MD5 and what is known of the key', async () => {
    const fields = { mchId: '4711', sign: 'OLD', subject: '', body: null, amount: 0, Zone: false };

    expect((await explain('sign', fields)).split('\n')).toEqual([
      'Left out',
      '  sign: never part of itself',
      '  subject: empty',
      '  body: empty',
      'Counted',
      '  1. Zone',
      '  2. amount',
      '  3. mchId',
      'Text that is hashed, in ASCII order',
      '  Zone=false&amount=0&mchId=4711&key=••••••••',
      'MD5 of its UTF-8 bytes, in upper case',
      `  ${md5(`Zone=false&amount=0&mchId=4711&key=${key}`)}  with IOTPAY_KEY: 32 characters, no white space`,
    ]);
  });

  it('shows the other order where it makes a difference to verify, and the sign as received', async () => {
    const received = md5(`refundable=1&refundAmount=2&key=${key}`);
    const text = await explain('verify', { refundAmount: 2, refundable: 1, sign: received });

    expect(text).toContain('in ASCII order\n  refundAmount=2&refundable=1&key=');
    expect(text).toContain('in the order that disregards case\n  refundable=1&refundAmount=2&key=');
    expect(text.split(received)).toHaveLength(3);
    expect(await explain('verify', { amount: 2, status: 1 })).not.toContain('disregards case');
  });

  it('shows what each of several keys makes of it', async () => {
    const text = await explain(
      'verify',
      { amount: 1, sign: 'X' },
      { OLD_KEY: 'the-old-key', IOTPAY_KEY: key },
    );
    expect(text).toContain(`${md5('amount=1&key=the-old-key')}  with OLD_KEY: 11 characters`);
    expect(text).toContain(`${md5(`amount=1&key=${key}`)}  with IOTPAY_KEY: 32 characters`);
  });

  it.each([
    ['cvv', '987', '987'],
    ['secureId', secureId, secureId],
    ['redirectUrl', `https://ccapi.iotpaycloud.com/cc/purchase?key=${secureId}`, secureId],
    ['walletData', 'c2VjcmV0LXRva2Vu', 'c2VjcmV0LXRva2Vu'],
    ['cardNum', '4242 4242 4242 4242', '4242 4242'],
    ['body', `my key is ${key}!`, key],
    [key, 'in the name', key],
  ])('masks what is secret in %s, and hashes it all the same', async (name, value, secret) => {
    const text = await explain('verify', { [name]: value, amount: 1 });

    expect(text).not.toContain(secret);
    expect(text).toContain('••••••••');
    const [one, other] = ['amount=1', `${name}=${value}`].sort();
    expect(text).toContain(md5(`${one ?? ''}&${other ?? ''}&key=${key}`));
  });

  it.each<[string, unknown]>([
    ['an object', { card: { cvv: '987' } }],
    ['a list', [1, { secureId: '987' }]],
    ['a text with JSON', '{"cvv" : "987"}'],
    ['a text with escaped JSON', '{\\"cvv\\":\\"987\\"}'],
  ])('masks what is secret in %s inside a field', async (_, value) => {
    expect(await explain('verify', { detail: value })).toContain('\n  detail=••••••••&key=••••••••\n');
  });

  it('--explain shows an object in the place of a text as an object', async () => {
    expect(await explain('verify', { cardNum: { toString: 1 } })).toContain('cardNum={"toString":1}&');
  });

  it('takes no longer for a message of many fields than it must', async () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`f${index}`, '1']));
    expect(await explain('verify', many)).toContain('\n  50000. f9999\n');
  });

  it('leaves a masked card number readable, as the gateway sends it', async () => {
    expect(await explain('verify', { cardNum: '432567******2266' })).toContain('cardNum=432567******2266&');
  });

  it('shows nothing of a key that begins with another one', async () => {
    const text = await explain(
      'verify',
      { body: `${key}-two` },
      { IOTPAY_KEY: key, LONGER_KEY: `${key}-two` },
    );
    expect(text).toContain('body=••••••••&');
  });

  it('never shows a key, wherever it turns up', async () => {
    const text = await explain(
      'verify',
      { a: key, sign: key, [`b${key}`]: '' },
      { IOTPAY_KEY: key, K2: `${key}-two` },
    );
    expect(text).not.toContain(key);
  });

  it('shows invisible characters as escapes, so that a forged message can not write to the terminal', async () => {
    const text = await explain('verify', { body: 'a\u001b[2J\nb\u202e', sign: '\u001b[31m' });

    expect(text).toContain('body=a\\u{1b}[2J\\u{a}b\\u{202e}&');
    expect(text).toContain('1. body, invisible characters, shown as \\u{…}');
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });

  it.each([
    ['none', undefined],
    ['none', ''],
    ['not a text', { toString: 1 }],
    [`${'A'.repeat(64)}… (10000 characters)`, 'A'.repeat(10_000)],
  ])('says %s of a sign that is none', async (said, sign) => {
    expect((await explain('verify', { amount: 1, sign })).endsWith(`as received\n  ${said}`)).toBe(true);
  });

  it('points out values that are not what they seem', async () => {
    const text = await explain('verify', { body: 'a ', nested: { a: 1 }, cvv: '123' });
    expect(text).toContain('1. body, white space around it');
    expect(text).toContain('2. cvv, masked here');
    expect(text).toMatch(/3\. nested, nested.*compact JSON/);
  });

  it.each([
    [`${key}\n`, '33 characters, white space around it'],
    ['two words', '9 characters, white space in it'],
    ['zero\u200bwidth', '10 characters, characters beyond ASCII'],
  ])('points out a key that can hardly be right: %j', async (odd, said) => {
    expect(await explain('verify', { amount: 1 }, { IOTPAY_KEY: odd })).toContain(`IOTPAY_KEY: ${said}`);
  });
});
