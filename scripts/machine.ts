import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

/** The machine that a script runs on. Tests pass their own. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  isRoot: boolean;
  isExecutable(path: string): boolean;
  /** Runs a command with its output on standard error. Returns whether it succeeded. */
  run(command: string, args: readonly string[]): Promise<boolean>;
  say(line: string): void;
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    isRoot: process.getuid?.() === 0,
    isExecutable(path) {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    },
    run: (command, args) =>
      new Promise((resolve) => {
        const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
        const child = spawn(command, args, { env, stdio: ['ignore', process.stderr, process.stderr] });
        child.once('error', () => resolve(false));
        child.once('close', (code) => resolve(code === 0));
      }),
    say: (line) => void process.stderr.write(`${line}\n`),
  };
}
