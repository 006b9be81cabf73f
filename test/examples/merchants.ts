import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { IotPayConfig } from 'react-iotpay/server';

export interface MerchantSettings {
  databaseUrl: string;
  iotpay: IotPayConfig;
  /** 0 takes a free one. */
  port: number;
}

/** The example's server in a process of its own. */
export interface Merchant {
  readonly url: string;
  /** Fulfilled while the server is up, or as soon as it is up again. */
  readonly up: Promise<void>;
  /** Kills the process as a power cut would, and starts another one in its place, on the same port. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

const script = fileURLToPath(new URL('merchantProcess.ts', import.meta.url));

async function startProcess(settings: MerchantSettings): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(script, [JSON.stringify(settings)], { execArgv: ['--import', 'tsx'] });
  const failure = new AbortController();
  child.once('exit', (code) =>
    failure.abort(new Error(`The merchant's process ended with ${String(code)}.`)),
  );
  const [url] = (await once(child, 'message', { signal: failure.signal })) as [string];
  return { child, url };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

export async function startMerchant(settings: Omit<MerchantSettings, 'port'>): Promise<Merchant> {
  const first = await startProcess({ ...settings, port: 0 });
  const { url } = first;
  let { child } = first;
  let up = Promise.resolve();

  async function restart(): Promise<void> {
    await kill(child);
    ({ child } = await startProcess({ ...settings, port: Number(new URL(url).port) }));
  }

  return {
    url: url.replace('localhost', '127.0.0.1'),
    get up() {
      return up;
    },
    killAndRestart() {
      up = restart();
      return up;
    },
    stop: () => kill(child),
  };
}
