import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compileFunction } from 'node:vm';
import { startSandbox, testCards } from 'react-iotpay/sandbox';
import { createIotPay } from 'react-iotpay/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSandboxFlags } from '../../src/cli/commands/sandboxFlags';

const guide = await readFile(new URL('../../docs/sandbox.md', import.meta.url), 'utf8');

/** The first code block of a language. */
const blockOf = (language: string) => guide.split('```' + language + '\n')[1]?.split('```')[0] ?? '';

/** Starts the sandbox as a command of the guide would, but on a free port and with a file of the test's own. */
async function startAs(command: readonly string[]) {
  expect(command.slice(0, 3)).toEqual(['npx', 'iotpay', 'sandbox']);
  const { options } = readSandboxFlags(command.slice(3));
  const folder = await mkdtemp(join(tmpdir(), 'iotpay-container-'));
  const persist = options.persist === undefined ? undefined : join(folder, 'sandbox.ndjson');
  const sandbox = await startSandbox({ ...options, port: 0, persist });
  onTestFinished(async () => {
    await sandbox.close();
    await rm(folder, { recursive: true });
  });
  return { sandbox, options };
}

async function statusOf(url: string, Host: string): Promise<number | undefined> {
  const sent = request(url, { headers: { Host } });
  sent.end();
  const [response] = (await once(sent, 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

describe('the guide’s recipes for containers', () => {
  it('the guide’s Dockerfile starts a sandbox that browsers find at the published port', async () => {
    const command = /^CMD (.*)$/m.exec(blockOf('dockerfile'))?.[1] ?? '[]';
    const { sandbox, options } = await startAs(JSON.parse(command) as string[]);

    expect(blockOf('dockerfile')).toContain(`EXPOSE ${options.port}`);
    expect(sandbox.publicUrl).toBe(`http://localhost:${options.port}`);
    expect(await statusOf(sandbox.url, 'localhost:4242')).toBe(200);
  });

  it('the guide’s compose file starts a sandbox that the shop’s container finds by its name, and whose health check passes', async () => {
    const compose = blockOf('yaml');
    const command = /^ {4}command: (.*)$/m.exec(compose)?.[1] ?? '';
    const { sandbox } = await startAs(command.split(' '));
    const port = new URL(sandbox.url).port;

    expect(await statusOf(sandbox.url, new URL(/IOTPAY_URL: (.*)/.exec(compose)?.[1] ?? '').host)).toBe(200);
    expect(await statusOf(sandbox.url, 'elsewhere:4242')).toBe(403);
    expect(/IOTPAY_SCRIPT: (.*)/.exec(compose)?.[1]).toBe(`${sandbox.publicUrl}/cc/iotpaycc.js`);
    const check = /test: \['CMD', 'node', '-e', "(.*)"\]/.exec(compose)?.[1] ?? 'process.exit(1)';
    const run = promisify(execFile)(process.execPath, ['-e', check.replace('4242', port)]);
    await expect(run).resolves.toBeDefined();
  });
});

it('the guide lists each test card with the number, the title and the behaviour that the sandbox gives it', () => {
  const rows = guide.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const listed = rows.filter(([, number]) => /^`\d{4} /.test(number ?? '')).map((cells) => cells.slice(1, 5));

  expect(listed).toEqual(
    testCards.map(({ number, brand, title, behaviour }) => [`\`${number}\``, brand, title, behaviour]),
  );
});

it('the guide’s test of a shop pays an order, as it is printed', async () => {
  const body = blockOf('ts').replace(/^import .*$/gm, '');
  const run = compileFunction(`return (async () => { ${body}; return order; })()`, [
    'startSandbox',
    'createIotPay',
  ]) as (...names: unknown[]) => Promise<unknown>;

  expect(await run(startSandbox, createIotPay)).toMatchObject({ status: 2, amount: 1999 });
});

it('the guide’s scenario plays', async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());

  await sandbox.play(JSON.parse(blockOf('json')));

  expect(sandbox.order('A-1').wrong.join(' ')).toContain('lost on purpose');
});
