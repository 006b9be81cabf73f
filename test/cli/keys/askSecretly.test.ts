import type { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { askSecretly } from '../../../src/cli/keys/askSecretly';
import { Interrupted } from '../../../src/cli/command';
import { fakeTerminal } from '../runCommand';

const never = new AbortController().signal;

async function ask(...typed: (string | Buffer)[]) {
  const terminal = fakeTerminal();
  const answer = askSecretly('Key: ', terminal, never);
  answer.catch(() => undefined);
  for (const chunk of typed) {
    terminal.input.write(chunk);
    await setImmediate();
  }
  return { answer, terminal };
}

describe('askSecretly', () => {
  it('shows the question and a line break, and nothing of what is typed', async () => {
    const { answer, terminal } = await ask('s', 'e', 'cret', '\r');

    expect(await answer).toBe('secret');
    expect(terminal.shown()).toBe('Key: \n');
  });

  it('turns the terminal’s own echo off while it asks, and on again', async () => {
    const { answer, terminal } = await ask('secret');
    expect(terminal.input.raw).toEqual([true]);

    terminal.input.write('\r');
    await answer;

    expect(terminal.input.raw).toEqual([true, false]);
  });

  it.each<[string, (string | Buffer)[], string]>([
    ['backspace', ['secrets\x7f', '\r'], 'secret'],
    ['backspace over a character of several bytes', ['密é钥🍁\x7f\x7f\r'], '密é'],
    [
      'a character that arrives in pieces',
      [...Buffer.from('密钥\r')].map((byte) => Buffer.from([byte])),
      '密钥',
    ],
    ['Ctrl-U, which takes all back', ['wrong\x15right\r'], 'right'],
    ['arrow keys', ['ecret', '\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D', 's', '\r'], 'secret'],
    ['a paste with a line break at its end', ['secret\n'], 'secret'],
    ['a paste with a Windows line break at its end', ['secret\r\n'], 'secret'],
    ['a paste of several lines, of which the first counts', ['secret\nother\nlines\n'], 'secret'],
    ['spaces and separators', ['a b,c&d=e\r'], 'a b,c&d=e'],
    ['nothing', ['\r'], ''],
  ])('understands %s', async (_, typed, key) => {
    const { answer, terminal } = await ask(...typed);

    expect(await answer).toBe(key);
    expect(terminal.shown()).toBe('Key: \n');
  });

  it.each([
    ['Ctrl-C', 'half\x03'],
    ['Ctrl-D', '\x04'],
  ])('gives up at %s, and gives the terminal back', async (_, typed) => {
    const { answer, terminal } = await ask(typed);

    await expect(answer).rejects.toThrow(Interrupted);
    expect(terminal.input.raw).toEqual([true, false]);
  });

  it.each([
    ['ends', (input: PassThrough) => input.end()],
    ['breaks', (input: PassThrough) => input.destroy(new Error('EIO'))],
  ])('gives up when the terminal %s, and takes no half of a key for a key', async (_, end) => {
    const { answer, terminal } = await ask('half');
    end(terminal.input);
    await expect(answer).rejects.toThrow(Interrupted);
  });

  it('gives up when the process is told to stop', async () => {
    const stop = new AbortController();
    const terminal = fakeTerminal();
    const answer = askSecretly('Key: ', terminal, stop.signal);
    stop.abort();
    await expect(answer).rejects.toThrow(Interrupted);
    expect(terminal.input.raw).toEqual([true, false]);
  });
});
