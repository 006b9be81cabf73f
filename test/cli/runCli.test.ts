import { once } from 'node:events';
import { createServer } from 'node:net';
import { PassThrough } from 'node:stream';
import { startSandbox } from 'react-iotpay/sandbox';
import { describe, expect, it, onTestFinished } from 'vitest';
import { version } from '../../package.json';
import { runCli } from '../../src/cli/runCli';

/** Runs a command line to its end, or until it has written something that `until` matches: then comes Ctrl-C. */
async function run(args: string[], until?: RegExp, onReady?: (text: string) => Promise<void>) {
  const stop = new AbortController();
  const out: string[] = [];
  const error: string[] = [];
  let said = '';
  const code = await runCli(args, {
    out(line) {
      out.push(line);
      if (until?.test(line)) {
        said = line;
        void (onReady?.(line) ?? Promise.resolve()).finally(() => stop.abort());
      }
    },
    error: (line) => error.push(line),
    stop: stop.signal,
    env: {},
    input: new PassThrough(),
    openPrompt: () => undefined,
  });
  return { code, out: out.join('\n'), error: error.join('\n'), said };
}

const urlIn = (text: string) => /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0] ?? '';

/** Port 4242 is surely taken while the test runs. */
async function takeUsualPort() {
  const server = createServer().listen(4242, '127.0.0.1');
  const taken = await Promise.race([
    once(server, 'listening').then(() => true),
    once(server, 'error').then(() => false),
  ]);
  if (taken) onTestFinished(() => void server.close());
}

describe('iotpay', () => {
  it('tells its version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, out: version });
  });

  it.each([['--help'], ['-h'], ['help']])('lists its commands for %s', async (flag) => {
    const { code, out } = await run([flag]);

    expect(code).toBe(0);
    expect(out).toMatch(/Usage: iotpay <command>/);
    expect(out).toMatch(/^ +sandbox +run /m);
    expect(out).toMatch(/^ +sign +print /m);
    expect(out).toMatch(/^ +verify +say /m);
  });

  it('lists them without a command, too, but does not call that a success', async () => {
    expect(await run([])).toMatchObject({ code: 2, error: expect.stringContaining('sandbox') as unknown });
  });

  it.each(['sandcastle', 'constructor'])('knows no command %s', async (name) => {
    const { code, error } = await run([name]);

    expect(code).toBe(2);
    expect(error).toContain('no such command');
    expect(error).toContain('Usage');
  });

  it.each(['doctor', 'query', 'sandbox', 'sign', 'verify'])(
    'tells for %s with which code it ends',
    async (name) => {
      const { code, out } = await run([name, '--help']);

      expect(code).toBe(0);
      expect(out).toMatch(/Exit codes\n +0 .*\n.* 2 /s);
    },
  );
});

describe('iotpay sandbox', () => {
  it('runs until Ctrl-C, and says where it is, who it knows and what to type', async () => {
    let loaded = 0;
    const { code, said } = await run(['sandbox', '--port', '0'], /runs at/, async (text) => {
      loaded = (await fetch(`${urlIn(text)}/cc/iotpaycc.js`)).status;
    });

    expect(code).toBe(0);
    expect(loaded).toBe(200);
    expect(said).toMatch(/mchId +\S+/);
    expect(said).toContain('4242 4242 4242 4242');
    await expect(fetch(urlIn(said))).rejects.toThrow('fetch failed');
  });

  it('knows the merchant that it is told', async () => {
    const { said } = await run(
      ['sandbox', '--port=0', '--mch-id=4711', '--login-name=ada', '--merchant-key=secret-of-ada'],
      /runs at/,
    );

    expect(said).toMatch(/mchId +4711/);
    expect(said).toMatch(/loginName +ada/);
    expect(said).toMatch(/merchantKey +secret-of-ada/);
  });

  it('moves to another port when the usual one is taken, and says so', async () => {
    await takeUsualPort();

    const { code, error, said } = await run(['sandbox'], /runs at/);

    expect(code).toBe(0);
    expect(error).toContain('4242 is taken');
    expect(urlIn(said)).not.toBe('http://127.0.0.1:4242');
  });

  it('does not move away from a port that was asked for', async () => {
    const other = await startSandbox();
    onTestFinished(() => other.close());
    const { port } = new URL(other.url);

    const { code, error } = await run(['sandbox', '--port', port]);

    expect(code).toBe(2);
    expect(error).toContain(`port ${port}`);
  });

  it.each([
    [['--prot', '1'], /does not exist.*--port/],
    [['--port'], /--port.*argument missing/],
    [['--port', 'http'], /--port takes a number/],
    [['--port', '99999'], /65535/],
    [['now'], /options only/],
    [['--mch-id='], /mchId/],
  ])('refuses %j', async (args, message) => {
    const { code, error } = await run(['sandbox', ...args]);

    expect(code).toBe(2);
    expect(error).toMatch(message);
  });

  it('explains its options', async () => {
    expect(await run(['sandbox', '--help'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('--merchant-key') as unknown,
    });
  });
});
