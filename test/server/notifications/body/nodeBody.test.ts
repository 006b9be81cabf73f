import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { listeningHandler, post, sendRequest, serve, signed } from '../notificationDouble';

const json = JSON.stringify(signed());

describe('a Node server', () => {
  it('lets the next request through on a connection whose last one was turned away', async () => {
    const { handler } = listeningHandler();
    const url = await serve((request, response) => void handler.node(request, response));
    for (const expected of [413, 200, 413, 200]) {
      const body = expected === 413 ? 'x'.repeat(100_000) : json;
      expect((await sendRequest(url, post(body))).status).toBe(expected);
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

  it('says what to do where something else has read the body and left nothing, and does not acknowledge', async () => {
    const { handler, onReject } = listeningHandler();
    const url = await serve((request, response) => {
      void once(request.resume(), 'end').then(() => handler.node(request, response));
    });
    expect(await sendRequest(url, post(json))).toEqual({ status: 500, text: 'rejected' });
    expect(onReject.mock.calls).toMatchObject([[{ reason: 'body_already_read', status: 500 }]]);
    expect(onReject.mock.calls[0]?.[0].message).toMatch(/before the body parser.*request\.body/);
  });

  it('takes an empty body for one, also where something else has been at its end', async () => {
    const { handler, onReject } = listeningHandler();
    const url = await serve((request, response) => {
      void once(request.resume(), 'end').then(() => handler.node(request, response));
    });
    expect((await sendRequest(url, { method: 'POST' })).status).toBe(400);
    expect(onReject.mock.calls).toMatchObject([[{ message: expect.stringContaining('empty') as string }]]);
  });

  it('turns away what a parser has read as something else than fields', async () => {
    for (const body of [[1], 1, false]) {
      const { handler, onReject } = listeningHandler();
      const url = await serve((request, response) => {
        void once(request.resume(), 'end').then(() =>
          handler.node(Object.assign(request, { body }), response),
        );
      });
      expect((await sendRequest(url, post(json))).status).toBe(400);
      expect(onReject.mock.calls).toMatchObject([[{ reason: 'malformed' }]]);
    }
  });

  it('answers where something else has destroyed the request', async () => {
    const { handler, onReject } = listeningHandler();
    const done = vi.fn();
    const url = await serve((request, response) => {
      request.destroy();
      void handler.node(request, response).then(done);
    });
    await sendRequest(url, post(json)).catch(() => undefined);
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
    expect(await sendRequest(url, post(json))).toEqual({ status: 503, text: 'timeout' });
    await vi.waitFor(() => expect(done).toHaveBeenCalled());
  });
});

describe('a Fetch route', () => {
  it.each([
    ['has read', (request: Request) => request.text()],
    ['is reading', (request: Request) => Promise.resolve(request.body?.getReader())],
  ])('says what to do where something else %s the body, and does not acknowledge', async (_, read) => {
    const { handler, onReject } = listeningHandler();
    const request = new Request('https://shop.example/notify', post(json));
    await read(request);
    expect((await handler.fetch(request)).status).toBe(500);
    expect(onReject.mock.calls).toMatchObject([[{ reason: 'body_already_read' }]]);
  });
});
