import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { onTestFinished } from 'vitest';

async function listen(server: Server & { closeAllConnections(): void }): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A web server over a real socket; it ends with its test. */
export async function startWebServer(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await listen(createServer(listener))}`;
}

/** The same over TLS. */
export async function startTlsServer(
  identity: { key: string; cert: string },
  listener: RequestListener,
): Promise<string> {
  return `https://127.0.0.1:${await listen(createTlsServer(identity, listener))}`;
}

/** An address of this computer where nothing listens. */
export async function freeAddress(): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

/** Passes every request on to another server, whose answer may be changed on its way. */
export function startRelay(
  target: string,
  change: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<string> {
  return startWebServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      const { method = 'GET', url = '/' } = request;
      const answer = await fetch(target + url, {
        method,
        headers: { 'Content-Type': request.headers['content-type'] ?? 'text/plain' },
        ...(method !== 'GET' && { body: Buffer.concat(chunks) }),
      });
      response.statusCode = answer.status;
      response.setHeader('Content-Type', answer.headers.get('Content-Type') ?? 'text/plain');
      change(response, request);
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
}
