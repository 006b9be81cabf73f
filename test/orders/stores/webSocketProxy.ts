import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { createWebSocketStream, WebSocketServer } from 'ws';

export interface WebSocketProxy {
  /** Host and port. */
  readonly address: string;
  /** Cuts every connection at once. */
  cut(): void;
  close(): Promise<void>;
}

/** Takes what comes by WebSocket to a Postgres server by TCP, as a serverless provider does for runtimes without sockets. */
export async function startWebSocketProxy(databaseUrl: string): Promise<WebSocketProxy> {
  const { hostname, port } = new URL(databaseUrl);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (client) => {
    const stream = createWebSocketStream(client);
    const postgres = connect(Number(port || 5432), hostname);
    // Each end that breaks takes the other with it.
    stream.on('error', () => postgres.destroy());
    postgres.on('error', () => stream.destroy());
    stream.pipe(postgres).pipe(stream);
  });
  await once(server, 'listening');

  function cut(): void {
    for (const client of server.clients) client.terminate();
  }

  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    async close() {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
