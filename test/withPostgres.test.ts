import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';

const url = 'postgres://somebody@127.0.0.1:5432/theirs';

/** Runs the script with a database that is there already: it starts none. */
async function withPostgres(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/withPostgres.ts', ...args], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number]>,
  ]);
  return { output, errors, code };
}

describe('scripts/withPostgres', { timeout: 30_000 }, () => {
  it('gives the command the DATABASE_URL that is set, its arguments as they are, and passes its exit code on', async () => {
    const program = 'console.log(process.env.DATABASE_URL, process.argv[1]); process.exit(7)';
    const { output, code } = await withPostgres('--', process.execPath, '-e', program, 'two words');
    expect(output.trim()).toBe(`${url} two words`);
    expect(code).toBe(7);
  });

  it('ends as a shell does when a signal has ended the command', async () => {
    const { code } = await withPostgres('--', process.execPath, '-e', 'process.kill(process.pid, "SIGKILL")');
    expect(code).toBe(128 + 9);
  });

  it('says how it is called when there is no command', async () => {
    const { errors, code } = await withPostgres('--');
    expect(errors).toContain('withPostgres.ts -- command');
    expect(code).toBe(1);
  });

  it('says that a command does not exist', async () => {
    const { errors, code } = await withPostgres('--', '/nowhere/at-all');
    expect(errors).toContain('/nowhere/at-all');
    expect(code).toBe(1);
  });
});
