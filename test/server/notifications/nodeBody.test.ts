import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { listeningHandler, post, send, serve, signed } from './notificationDouble';

const json = JSON.stringify(signed());

describe('a Node server', () => {
  it('lets the next request through on a connection whose last one was turned away', async () => {
    const { handler } = listeningHandler();
    const url = await serve((request, response) => void handler.node(request, response));
    for (const expected of [413, 200, 413, 200]) {
      const body = expected === 413 ? 'x'.repeat(100_000) : json;
      expect((await send(url, post(body))).status).toBe(expected);
    }
  });

  it('gives up on a body without end, and on its connection', async () => {
    const { handler, onReject } = listeningHandler({ bodyLimit: 1000 });
    const url = new URL(await serve((request, response) => void handler.node(request, response)));
    const socket = connect(Number(url.port), url.hostname);
    socket.on('error', () => undefined);
    socket.write(`POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n`);
    const chunk = `1000\r\n${'x'.repeat(0x1000)}\r\n`;
    const pour = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', pour).resume();
    pour();
    await new Promise((resolve) => socket.once('close', resolve));
    expect(onReject.mock.calls).toMatchObject([[{ reason: 'too_large' }]]);
  });

  it('survives a sender that hangs up in the middle', async () => {
    const { handler, onReject, onPayment } = listeningHandler();
    const url = new URL(await serve((request, response) => void handler.node(request, response)));
    const socket = connect(Number(url.port), url.hostname);
    socket.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{"payOrderId":', () =>
      socket.destroy(),
    );
    await vi.waitFor(() => expect(onReject.mock.calls).toMatchObject([[{ reason: 'malformed' }]]));
    expect(onPayment).not.toHaveBeenCalled();
  });

  it.each([
    ['read to its end', (request: IncomingMessage) => once(request.resume(), 'end')],
    ['destroyed', (request: IncomingMessage) => Promise.resolve(request.destroy())],
  ])('answers where something else has %s the body', async (_, consume) => {
    const { handler, onReject } = listeningHandler();
    const done = vi.fn();
    const url = await serve((request, response) => {
      void consume(request)
        .then(() => handler.node(request, response))
        .then(done);
    });
    await send(url, post(json)).catch(() => undefined);
    await vi.waitFor(() => expect(done).toHaveBeenCalled());
    expect(onReject.mock.calls).toMatchObject([[{ reason: 'malformed' }]]);
  });

  it('leaves an answer alone that something else has given in the meantime', async () => {
    let answered: ServerResponse | undefined;
    const { handler } = listeningHandler({ onPayment: () => answered?.writeHead(503).end('timeout') });
    const done = vi.fn();
    const url = await serve((request, response) => {
      answered = response;
      void handler.node(request, response).then(done);
    });
    expect(await send(url, post(json))).toEqual({ status: 503, text: 'timeout' });
    await vi.waitFor(() => expect(done).toHaveBeenCalled());
  });
});

describe('a Fetch route', () => {
  it('answers where something else has read the body', async () => {
    const { handler, onReject } = listeningHandler();
    const request = new Request('https://shop.example/notify', post(json));
    await request.text();
    expect((await handler.fetch(request)).status).toBe(400);
    expect(onReject.mock.calls).toMatchObject([[{ reason: 'malformed' }]]);
  });
});
