import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { browserSourceForEsbuild } from '../../scripts/browserSource';
import { sign } from '../../src/server/index';

const key = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';

let folder: string;
let program: string;

/** Built as the package builds it. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iotpay-cli-'));
  program = join(folder, 'cli.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/cli/cli.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [browserSourceForEsbuild()],
    logLevel: 'silent',
  });
}, 30_000);

afterAll(() => rm(folder, { recursive: true }));

/** Starts the command as a process of its own, without a terminal, whoever runs the tests. */
function start(args: string[], env: Record<string, string> = {}, stdin: 'ignore' | 'pipe' = 'ignore') {
  const stdio: StdioOptions = [stdin, 'pipe', 'pipe'];
  const command = spawn(process.execPath, [program, ...args], { stdio, env, detached: true });
  onTestFinished(() => void command.kill('SIGKILL'));
  return command;
}

async function ended(command: ChildProcess) {
  const { stdout, stderr } = command;
  if (!stdout || !stderr) throw new Error('The command was started without pipes.');
  const [out, error] = await Promise.all([text(stdout), text(stderr), once(command, 'exit')]);
  return { out, error, code: command.exitCode };
}

describe('the iotpay command', { timeout: 20_000 }, () => {
  it('serves until Ctrl-C and then ends with 0', async () => {
    const command = start(['sandbox', '--port', '0']);
    let said = '';
    for await (const chunk of command.stdout ?? []) {
      said += String(chunk);
      if (said.includes('Ctrl-C')) break;
    }
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
    expect((await fetch(url)).status).toBe(200);

    command.kill('SIGINT');

    expect(await once(command, 'exit')).toEqual([0, null]);
  });

  it('ends with 2 and a message when there is no such command', async () => {
    const { code, error } = await ended(start(['sandcastle']));

    expect(code).toBe(2);
    expect(error).toMatch(/no such command/);
  });

  it('signs standard input, and verifies what it has signed from a file', async () => {
    const signing = start(['sign', '--json'], { IOTPAY_KEY: key }, 'pipe');
    signing.stdin?.end('{"amount":1999}\n');
    const { out, error, code } = await ended(signing);
    expect({ out, error, code }).toEqual({
      out: `{"amount":1999,"sign":"${sign({ amount: 1999 }, key)}"}\n`,
      error: '',
      code: 0,
    });

    const file = join(folder, 'message.json');
    await writeFile(file, out);
    expect((await ended(start(['verify', file], { IOTPAY_KEY: key }))).code).toBe(0);
    expect((await ended(start(['verify', file], { IOTPAY_KEY: 'another key' }))).code).toBe(1);
  });

  it('asks nobody for the key where there is no terminal', async () => {
    const command = start(['verify'], {}, 'pipe');
    command.stdin?.end('amount=1999');

    expect(await ended(command)).toEqual({
      out: '',
      error: expect.stringMatching(/set IOTPAY_KEY/) as unknown,
      code: 2,
    });
  });

  it('stops waiting for a message at Ctrl-C, with 130', async () => {
    const command = start(['sign', '--explain'], { IOTPAY_KEY: key }, 'pipe');
    // Reading has begun once the pipe, which holds far less, has swallowed this much.
    await new Promise((resolve) => command.stdin?.write(' '.repeat(500_000), resolve));

    command.kill('SIGINT');

    expect(await ended(command)).toEqual({ out: '', error: '', code: 130 });
  });
});
