import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { IotPay } from '../../../../src/server/index';
import { answerWith, clientOf, failureOf, requests, startGateway } from '../gatewayDouble';
import { lostAnswers } from '../lostAnswers';

/** A listener that does with its connections what it is told; for what no HTTP server would do. */
async function listen(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => sockets.delete(socket));
    onConnection(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** A question without repetitions, so that its error is that of one exchange. */
const ask = (iotpay: IotPay) => iotpay.queryCard({ cardId: 'card-1' });
const askedOnce = { readRetries: { count: 0 } };

describe('an exchange', () => {
  it('cuts an answer off when it grows to 50 MB', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    let written = 0;
    let connection: Socket | null = null;
    const gateway = await startGateway((response) => {
      connection = response.socket;
      const write = () => {
        while (written < 50) {
          written += 1;
          if (!response.write(megabyte)) return void response.once('drain', write);
        }
        response.end();
      };
      write();
    });
    const error = await failureOf(ask(gateway.client(askedOnce)));
    expect(error).toMatchObject({
      code: 'invalid_answer',
      message: expect.stringContaining('1 MiB') as string,
    });
    await vi.waitFor(() => expect(connection?.destroyed).toBe(true));
    expect(written).toBeLessThan(25);
  });

  it('may time out before the request is sent, in the middle of the TLS handshake', async () => {
    const port = await listen((socket) => socket.resume());
    const iotpay = clientOf(`https://127.0.0.1:${port}`, { ...askedOnce, timeoutMs: 50 });
    expect(await failureOf(ask(iotpay))).toMatchObject({ code: 'timeout' });
    expect(await failureOf(iotpay.refund(requests.refund))).toMatchObject({ code: 'outcome_unknown' });
  });

  it('times out while the answer trickles in', async () => {
    const gateway = await startGateway((response) => {
      response.write('{');
    });
    const error = await failureOf(ask(gateway.client({ ...askedOnce, timeoutMs: 50 })));
    expect(error).toMatchObject({ code: 'timeout' });
  });

  it('times out even where a fetch of the shop ignores its signal', async () => {
    const fetch = () => new Promise<Response>(() => undefined);
    const iotpay = clientOf('http://localhost', { ...askedOnce, timeoutMs: 10, fetch });
    expect(await failureOf(ask(iotpay))).toMatchObject({ code: 'timeout' });
  });

  it.each(lostAnswers)('names the reason why an answer is unusable: %s', async (_, answer, code) => {
    const gateway = await startGateway(answer);
    expect(await failureOf(ask(gateway.client(askedOnce)))).toMatchObject({ code });
    expect(gateway.calls).toHaveLength(1);
  });

  it('keeps no timer and no listener of the caller behind', async () => {
    const gateway = await startGateway(answerWith({ cardId: 'card-1' }));
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, 'addEventListener');
    const removed = vi.spyOn(signal, 'removeEventListener');
    await gateway.client().queryCard({ cardId: 'card-1' }, { signal });
    expect(added).toHaveBeenCalledTimes(1);
    expect(removed.mock.calls[0]?.slice(0, 2)).toEqual(added.mock.calls[0]?.slice(0, 2));
  });
});
