import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort.ts';

/** A Postgres server for one command. */
export interface PostgresServer {
  /** Its superuser's URL. */
  readonly url: string;
  /** Stops it and removes all its files. */
  stop(): Promise<void>;
}

interface Account {
  uid: number;
  gid: number;
}

/** The account of the server. Postgres refuses to run as root, so it takes the user that Debian's package makes. */
function accountFor(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const numberOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: numberOf('-u'), gid: numberOf('-g') };
}

/**
 * These settings are unsafe only if the machine crashes, and then the tables are not needed. A killed client's
 * transaction is still rolled back, and a committed one is still visible to all.
 */
const speed = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

function settings(port: number): string[] {
  const all = [...speed, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`];
  return all.flatMap((setting) => ['-c', setting]);
}

/** @throws Error with the server's output if it ended instead */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      // Later output is read too, because an unread pipe would block the server, but it is not kept.
      if (said.length < 10_000) said += text;
      if (said.includes('database system is ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Postgres ended with ${code ?? 'a signal'}: ${said}`)));
  });
}

/** Starts a new, empty server on a free loopback port. `programs` is the folder of `initdb` and `postgres`. */
export async function startPostgres(programs: string): Promise<PostgresServer> {
  const account = accountFor();
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account) for (const path of [folder, passwordFile]) chownSync(path, account.uid, account.gid);

    // In English, because `untilReady` reads its output. In its own process group, because Ctrl-C is for the command
    // that uses the server.
    const options = { ...account, cwd: folder, env: { ...process.env, LC_ALL: 'C' }, detached: true };
    const data = join(folder, 'data');
    const how = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    execFileSync(join(programs, 'initdb'), ['-D', data, '--encoding=UTF8', '--no-sync', ...how], {
      ...options,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const port = await freePort();
    const server = spawn(join(programs, 'postgres'), ['-D', data, ...settings(port)], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await untilReady(server);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      async stop() {
        if (server.exitCode === null && server.signalCode === null) {
          // Postgres' fast shutdown, which does not wait for clients.
          server.kill('SIGINT');
          await once(server, 'exit');
        }
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
