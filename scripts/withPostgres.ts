import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { ensurePostgres } from './findPostgres.ts';
import { startPostgres } from './startPostgres.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The exit code that a shell returns for a program that a signal has ended. */
const exitCodeOf = (signal: NodeJS.Signals) => 128 + constants.signals[signal];

/**
 * Keeps this process alive at any signal until its server is stopped. The command gets the signal too, and decides what
 * to do.
 */
function holdSignals() {
  let received: NodeJS.Signals | undefined;
  let command: ChildProcess | undefined;
  for (const signal of signals) {
    process.on(signal, () => {
      received = signal;
      command?.kill(signal);
    });
  }
  return {
    /** Runs the command to its end and returns its exit code. */
    async run([program = '', ...args]: readonly string[], databaseUrl: string): Promise<number> {
      if (received) return exitCodeOf(received);
      const env = { ...process.env, DATABASE_URL: databaseUrl };
      command = spawn(program, args, { stdio: 'inherit', env });
      const [code, signal] = (await once(command, 'exit')) as [number | null, NodeJS.Signals | null];
      return code ?? (signal ? exitCodeOf(signal) : 1);
    },
  };
}

/**
 * `tsx scripts/withPostgres.ts -- command …` runs the command with a DATABASE_URL. If none is set, it is that of a new
 * server.
 */
async function main(args: readonly string[]): Promise<number> {
  const command = args[0] === '--' ? args.slice(1) : args;
  if (command.length === 0) throw new Error('Which command? tsx scripts/withPostgres.ts -- command …');
  const held = holdSignals();
  const given = process.env.DATABASE_URL;
  if (given) return held.run(command, given);

  const server = await startPostgres(await ensurePostgres());
  try {
    return await held.run(command, server.url);
  } finally {
    await server.stop();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
