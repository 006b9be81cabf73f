import { describe, expect, it } from 'vitest';
import { sign } from '../../../src/server/index';
import { runCommand } from '../runCommand';

const key = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';
const stdin = '{"amount":1999}';
const signature = sign({ amount: 1999 }, key);

describe.each(['sign', 'verify'])('the merchant key of iotpay %s', (command) => {
  it.each([
    [['--key', key]],
    [[`--key=${key}`]],
    [['--merchant-key', key]],
    [[`--merchantKey=${key}`]],
    [['--secret', key]],
    [['-k', key]],
    [[`-k${key}`]],
    [[`--key-environment=${key}`]],
  ])('is refused as an argument, and not repeated: %j', async (args) => {
    const { code, out, error } = await runCommand([command, ...args], { stdin, env: { IOTPAY_KEY: key } });

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(/never taken from the command line.*IOTPAY_KEY.*history/);
    expect(error).not.toContain(key);
  });

  it.each([
    ['an option', [`--${key}`]],
    ['an option’s value', [`--json=${key}`]],
    ['the value of an option that does not exist', [`--format=${key}`]],
    ['a file', [key]],
    ['a file too many', ['-', key]],
    ['the name of a variable', ['--key-env', key]],
  ])('is not repeated when it was given as %s', async (_, args) => {
    const { code, out, error } = await runCommand([command, ...args], { stdin, env: { IOTPAY_KEY: key } });

    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(error).toMatch(/^iotpay \w+: .+/);
    expect(error).not.toContain(key);
  });

  it('may be missing from the variable that was named, even if somebody could type it', async () => {
    const surroundings = { stdin, typed: `${key}\r`, env: { IOTPAY_KEY: key } };
    const { code, error } = await runCommand([command, '--key-env', 'OTHER_KEY'], surroundings);
    expect(code).toBe(2);
    expect(error).toMatch(/not set/);
  });

  it.each(['', '  ', '\n'])(
    'is refused when it is %j in the environment, instead of asked for',
    async (blank) => {
      const surroundings = { stdin, typed: `${key}\r`, env: { IOTPAY_KEY: blank } };
      const { code, error } = await runCommand([command], surroundings);
      expect(code).toBe(2);
      expect(error).toMatch(/IOTPAY_KEY is blank/);
    },
  );

  it('is asked for in vain where nobody sits at a terminal', async () => {
    const { code, error } = await runCommand([command], { stdin });
    expect(code).toBe(2);
    expect(error).toMatch(/set IOTPAY_KEY/);
  });

  it('is refused when nothing is typed', async () => {
    const { code, error } = await runCommand([command], { stdin, typed: '\r' });
    expect(code).toBe(2);
    expect(error).toMatch(/No merchant key was typed/);
  });

  it('ends quietly with 130 at Ctrl-C, and gives the terminal back', async () => {
    const { code, out, error, terminal } = await runCommand([command], { stdin, typed: 'half\x03' });
    expect({ code, out, error }).toEqual({ code: 130, out: '', error: '' });
    expect(terminal.device.isClosed).toBe(true);
  });
});

describe('a key that is typed', () => {
  it('signs, beside a message on standard input, without being shown', async () => {
    const { code, out, error, terminal } = await runCommand(['sign', '--explain'], {
      stdin,
      typed: `${key}\r`,
    });

    expect({ code, out }).toEqual({ code: 0, out: signature });
    expect(error).toContain('the key that was typed: 32 characters');
    expect(terminal.shown()).toBe('Merchant key (not shown): \n');
    expect(error).not.toContain(key);
    expect(terminal.device.isClosed).toBe(true);
  });

  it('verifies', async () => {
    const { code, out } = await runCommand(['verify'], {
      stdin: `{"amount":1999,"sign":"${signature}"}`,
      typed: `${key}\n`,
    });
    expect({ code, out }).toEqual({ code: 0, out: 'valid, signed with the key that was typed' });
  });

  it('the command reads the message before it asks for a key', async () => {
    const { error, terminal } = await runCommand(['sign'], { stdin: '[]', typed: `${key}\n` });
    expect(error).toMatch(/not a JSON object/);
    expect(terminal.shown()).toBe('');
  });
});
