import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { testCards } from 'react-iotpay/sandbox';
import { afterEach, describe, expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../../examples/reference-shop/', import.meta.url));

type Command = ChildProcessByStdio<null, Readable, Readable>;

const isAlive = (processGroup: number) => {
  try {
    return process.kill(-processGroup, 0);
  } catch {
    return false;
  }
};

describe('npm run demo', () => {
  let command: Command | undefined;

  afterEach(() => {
    if (command?.pid && isAlive(command.pid)) process.kill(-command.pid, 'SIGKILL');
  });

  /** Starts it in a process group of its own, as a shell does, and waits for its last line. */
  async function start(): Promise<{ pid: number; printed: string; exit: Promise<unknown[]> }> {
    command = spawn(process.execPath, ['--import', 'tsx', 'start.ts'], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const exit = once(command, 'exit');
    let printed = '';
    for await (const chunk of command.stdout) {
      printed += String(chunk);
      if (printed.includes('Ctrl-C')) break;
    }
    return { pid: command.pid ?? 0, printed, exit };
  }

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one URL and the test cards, serves, and ends on %s',
    async (signal) => {
      const { pid, printed, exit } = await start();
      const urls = printed.match(/https?:\/\/\S+/g) ?? [];
      expect(urls).toHaveLength(1);
      for (const { number } of testCards) expect(printed).toContain(number);

      const url = String(urls[0]);
      expect(await (await fetch(url)).text()).toContain('<title>Fogline');
      const { iotPayScript } = (await (await fetch(`${url}/api/shop`)).json()) as { iotPayScript: string };
      expect((await fetch(iotPayScript)).status).toBe(200);

      process.kill(-pid, signal);
      expect(await exit).toEqual([0, null]);
      await expect(fetch(url)).rejects.toThrow();
      await expect(fetch(iotPayScript)).rejects.toThrow();
      expect(isAlive(pid)).toBe(false);
    },
  );
});
