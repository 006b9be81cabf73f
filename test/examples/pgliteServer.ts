import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';
import { readTemplate } from '../orders/embedded/template';

/** Messages without a type byte, which only come first: a length, then one of these. */
const sslRequest = 80_877_103;

/** The length of the first whole request in the buffer: a client's messages up to the one that asks for an answer. */
function requestLength(buffer: Buffer, isGreeted: boolean): number | undefined {
  if (!isGreeted) {
    const length = buffer.length >= 8 ? buffer.readInt32BE(0) : Infinity;
    return length <= buffer.length ? length : undefined;
  }
  for (let end = 0; end + 5 <= buffer.length;) {
    const type = String.fromCharCode(buffer.readUInt8(end));
    end += 1 + buffer.readInt32BE(end + 1);
    if (end > buffer.length) return undefined;
    // Query, Sync, Terminate; the messages of an extended query wait for their Sync.
    if (type === 'Q' || type === 'S' || type === 'X') return end;
  }
  return undefined;
}

export interface PgliteServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * A Postgres on a loopback port for any number of clients, made of one PGlite, which is a single session: whole requests go
 * in one by one, and while a client is in a transaction, only its own do. So clients never see each other's unfinished work,
 * and a client that dies in a transaction is rolled back, as on a real server. What it can't show is two transactions side by
 * side.
 */
export async function startPgliteServer(): Promise<PgliteServer> {
  const postgres = await PGlite.create({ loadDataDir: await readTemplate() });
  const sockets = new Set<Socket>();
  const waiting: { socket: Socket; request: Buffer }[] = [];
  let owner: Socket | undefined;
  let busy = false;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (;;) {
      if (owner && !sockets.has(owner)) {
        await postgres.exec('ROLLBACK');
        owner = undefined;
      }
      const index = waiting.findIndex(({ socket }) => !owner || socket === owner);
      const [next] = index < 0 ? [] : waiting.splice(index, 1);
      if (!next) break;
      if (!sockets.has(next.socket)) continue;
      const answer = await postgres.execProtocolRaw(new Uint8Array(next.request));
      owner = postgres.isInTransaction() ? next.socket : undefined;
      if (next.socket.writable) next.socket.write(answer);
    }
    busy = false;
  }

  function serve(socket: Socket): void {
    sockets.add(socket);
    socket.setNoDelay(true);
    let buffer = Buffer.alloc(0);
    let isGreeted = false;
    socket.on('data', (chunk: Buffer) => {
      buffer = Buffer.concat([buffer, chunk]);
      for (;;) {
        const length = requestLength(buffer, isGreeted);
        if (length === undefined) break;
        const request = buffer.subarray(0, length);
        buffer = buffer.subarray(length);
        if (!isGreeted && request.readInt32BE(4) === sslRequest) {
          socket.write('N');
          continue;
        }
        isGreeted = true;
        if (request[0] === 'X'.charCodeAt(0)) socket.end();
        else waiting.push({ socket, request });
      }
      void work();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      void work();
    });
  }

  const server = createServer(serve).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${(server.address() as AddressInfo).port}/postgres`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
      await postgres.close();
    },
  };
}
