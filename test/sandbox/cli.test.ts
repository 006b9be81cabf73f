import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserSourceForEsbuild } from '../../scripts/browserSource';

/** Builds the command as the package does, and starts it as a process of its own. */
async function startCommand(...args: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'iotpay-cli-'));
  const file = join(folder, 'cli.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('../../src/sandbox/cli.ts', import.meta.url))],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [browserSourceForEsbuild()],
    logLevel: 'silent',
  });
  const command = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(async () => {
    command.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });
  return command;
}

describe('the iotpay command', () => {
  it('serves until Ctrl-C and then ends with 0', { timeout: 20_000 }, async () => {
    const command = await startCommand('sandbox', '--port', '0');
    let said = '';
    for await (const chunk of command.stdout) {
      said += String(chunk);
      if (said.includes('Ctrl-C')) break;
    }
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
    expect((await fetch(url)).status).toBe(200);

    command.kill('SIGINT');

    expect(await once(command, 'exit')).toEqual([0, null]);
  });

  it('ends with 1 and a message when there is no such command', { timeout: 20_000 }, async () => {
    const command = await startCommand('sandcastle');
    let complaint = '';
    for await (const chunk of command.stderr) complaint += String(chunk);

    expect(complaint).toContain('"sandcastle"');
    expect(command.exitCode ?? (await once(command, 'exit'))[0]).toBe(1);
  });
});
