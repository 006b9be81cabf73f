import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { ProcessSettings } from './shopProcess';

/** A shop of several processes behind one address, as behind a load balancer. */
export interface ShopProcesses {
  /**
   * The address at which customers and the gateway reach the shop. The next process takes the request, if there is one.
   */
  readonly url: string;
  /** Kills one process as a power cut would, and starts another one. */
  killOne(): Promise<void>;
  readonly kills: number;
  stop(): Promise<void>;
}

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One file for Node to start: a process that had to find and translate all of them would take a second, and the killing with it. */
async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'shop.mjs');
  await build({
    entryPoints: [fileOf('shopProcess.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    alias: {
      'react-iotpay/orders': fileOf('../../../src/orders/index.ts'),
      'react-iotpay/server': fileOf('../../../src/server/index.ts'),
    },
  });
  return outfile;
}

interface Running {
  child: ChildProcess;
  port: number;
}

async function start(script: string, settings: ProcessSettings): Promise<Running> {
  const child = fork(script, [JSON.stringify(settings)], { execArgv: [] });
  const failure = new AbortController();
  child.once('exit', (code) => failure.abort(new Error(`A shop's process ended with ${String(code)}.`)));
  const [port] = (await once(child, 'message', { signal: failure.signal })) as [number];
  return { child, port };
}

async function kill({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

export async function startShopProcesses(
  count: number,
  settings: Omit<ProcessSettings, 'url'>,
): Promise<ShopProcesses> {
  // Beside the tests, where `pg` is found.
  const cache = fileOf('../../../node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'shop-'));
  const script = await bundle(folder);
  let turn = 0;
  let kills = 0;
  const processes: Running[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = new Uint8Array(await buffer(request));
      const target = processes[(turn += 1) % processes.length];
      try {
        const answer = await fetch(`http://127.0.0.1:${target?.port ?? 1}${request.url ?? ''}`, {
          method: request.method ?? 'GET',
          headers: { 'content-type': request.headers['content-type'] ?? '' },
          ...(request.method === 'POST' && { body }),
        });
        response.writeHead(answer.status).end(await answer.text());
      } catch {
        response.writeHead(502).end();
      }
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const all = { ...settings, url: `${origin}/pay` };
  processes.push(...(await Promise.all(Array.from({ length: count }, () => start(script, all)))));

  return {
    url: origin,
    async killOne() {
      const index = kills % count;
      const victim = processes[index];
      kills += 1;
      if (victim) await kill(victim);
      processes[index] = await start(script, all);
    },
    get kills() {
      return kills;
    },
    async stop() {
      await Promise.all(processes.map(kill));
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
