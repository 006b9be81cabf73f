import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answered, LoadOrder } from './load';

export async function listen(handler: RequestListener): Promise<string> {
  const server = createServer(handler).listen(0, '127.0.0.1');
  // The server ends with the process, so nothing has to be closed after the figures are printed.
  server.unref();
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export function startLoad(): ChildProcess {
  return fork(new URL('./load.ts', import.meta.url));
}

export async function fire(load: ChildProcess, order: LoadOrder): Promise<Answered> {
  load.send(order);
  const [answered] = (await once(load, 'message')) as [Answered];
  return answered;
}
