import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../../../src/server/index';
import { runCommand } from '../runCommand';

const env = { IOTPAY_KEY: 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU' };
const mebibyte = 1024 * 1024;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iotpay-cli-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A message of exactly so many bytes. */
const messageOf = (bytes: number) => `{"body":"${'a'.repeat(bytes - 11)}"}`;

describe('the message', () => {
  it('comes from a file', async () => {
    const file = join(folder, 'message.json');
    await writeFile(file, '{"amount":1}');
    expect(await runCommand(['sign', file], { env })).toMatchObject({
      code: 0,
      out: sign({ amount: 1 }, env.IOTPAY_KEY),
    });
  });

  it.each([
    ['a file that is not there', 'missing.json', /no such file/],
    ['a folder', '.', /a folder/],
    ['a file that is used as a folder', 'message.json/inner', /no such file/],
    ['a name that is too long', 'a'.repeat(5_000), /no such file/],
  ])('the command refuses a message from %s', async (_, name, complaint) => {
    const { code, error } = await runCommand(['sign', name === '.' ? folder : join(folder, name)], { env });
    expect(code).toBe(2);
    expect(error).toMatch(complaint);
    expect(error).not.toContain(folder);
  });

  it('may be 1 MiB long and no longer', async () => {
    expect((await runCommand(['sign'], { env, stdin: messageOf(mebibyte) })).code).toBe(0);
    expect(await runCommand(['sign'], { env, stdin: messageOf(mebibyte + 1) })).toMatchObject({
      code: 2,
      error: expect.stringMatching(/longer than 1 MiB/) as unknown,
    });
  });

  it('the command stops reading a message as soon as it is too long', async () => {
    const endless = new PassThrough();
    const running = runCommand(['sign'], { env, stdin: endless });
    endless.write(Buffer.alloc(mebibyte + 1, 'a'));
    expect((await running).code).toBe(2);
    expect(endless.destroyed).toBe(true);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeff{"amount":1}', 'utf16le')],
    ['Latin-1', Buffer.from('{"body":"café"}', 'latin1')],
  ])('the command refuses a message in %s', async (_, stdin) => {
    expect(await runCommand(['sign'], { env, stdin })).toMatchObject({
      code: 2,
      error: expect.stringMatching(/not UTF-8/) as unknown,
    });
  });

  it('may arrive in pieces that cut characters', async () => {
    const bytes = [...Buffer.from('{"body":"密🍁"}')].map((byte) => Buffer.from([byte]));
    const stdin = new PassThrough();
    for (const byte of bytes) stdin.write(byte);
    stdin.end();
    expect((await runCommand(['sign'], { env, stdin })).out).toBe(sign({ body: '密🍁' }, env.IOTPAY_KEY));
  });

  it('the command asks for the message at a terminal, and not where it is piped', async () => {
    const typed = Object.assign(new PassThrough(), { isTTY: true });
    typed.end('{"amount":1}');
    expect((await runCommand(['sign'], { env, stdin: typed })).error).toMatch(/Ctrl-D/);
    expect((await runCommand(['sign'], { env, stdin: '{"amount":1}' })).error).toBe('');
  });

  it('the command stops waiting for a message after Ctrl-C', async () => {
    const stop = new AbortController();
    const running = runCommand(['verify'], { env, stdin: new PassThrough(), stop: stop.signal });
    stop.abort();
    expect(await running).toMatchObject({ code: 130, out: '', error: '' });
  });
});
