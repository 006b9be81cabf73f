import { describe, expect, it } from 'vitest';
import type { NotificationHandler, NotificationOptions } from '../../../src/server/index';
import { paidOrder } from '../gateway/gatewayDouble';
import { type HandlerAnswer, listeningHandler, post, signed } from './notificationDouble';
import { fetchRoute, overSocket, runtimes } from './notificationRuntimes';

const acknowledged: HandlerAnswer = { status: 200, text: 'success' };
const json = JSON.stringify(signed());
const urlencoded = new URLSearchParams(
  signed({ ...paidOrder, body: 'é 中文 & 1+1=2 🍁' }) as Record<string, string>,
);

describe.each(runtimes)('%s', (_, start) => {
  async function listening(options?: Partial<NotificationOptions>) {
    const { handler, ...hooks } = listeningHandler(options);
    return { ...hooks, deliver: await start(handler) };
  }

  it('receives JSON', async () => {
    const { deliver, onPayment, onReject } = await listening();
    expect(await deliver(post(json))).toEqual(acknowledged);
    expect(onPayment.mock.calls).toEqual([[paidOrder, { keyIndex: 0 }]]);
    expect(onReject).not.toHaveBeenCalled();
  });

  it('receives urlencoded fields, whose numbers are strings', async () => {
    const { deliver, onPayment } = await listening();
    expect(await deliver(post(urlencoded, 'application/x-www-form-urlencoded'))).toEqual(acknowledged);
    expect(onPayment.mock.calls).toMatchObject([[paidOrder, { keyIndex: 0 }]]);
  });

  it('refuses a forged notification', async () => {
    const { deliver, onPayment, onReject } = await listening();
    const forged = JSON.stringify({ ...signed(), amount: 1 });
    expect(await deliver(post(forged))).toEqual({ status: 401, text: 'rejected' });
    expect(onReject.mock.calls).toMatchObject([[{ reason: 'sign_mismatch', status: 401 }]]);
    expect(onPayment).not.toHaveBeenCalled();
  });

  it('answers 500 when the shop could not store the payment', async () => {
    const failure = new Error('database down');
    const { deliver, onError, onReject } = await listening({ onPayment: () => Promise.reject(failure) });
    expect((await deliver(post(json))).status).toBe(500);
    expect(onError.mock.calls).toEqual([[failure, paidOrder]]);
    expect(onReject).not.toHaveBeenCalled();
  });

  it('turns away a body above the limit', async () => {
    const { deliver, onPayment, onReject } = await listening({ bodyLimit: json.length - 1 });
    expect(await deliver(post(json))).toEqual({ status: 413, text: 'rejected' });
    expect(onReject.mock.calls).toMatchObject([[{ reason: 'too_large' }]]);
    expect(onPayment).not.toHaveBeenCalled();
  });

  it('takes a body of just the limit', async () => {
    const { deliver } = await listening({ bodyLimit: json.length });
    expect(await deliver(post(json))).toEqual(acknowledged);
  });
});

describe.each([
  [
    'bare node:http',
    (handler: NotificationHandler) => overSocket((request, response) => void handler.node(request, response)),
  ],
  ['Fetch', (handler: NotificationHandler) => Promise.resolve(fetchRoute(handler))],
])('over %s', (_, start) => {
  it('answers 405 to any method but POST, and calls no hook', async () => {
    const { handler, onReject, onPayment } = listeningHandler();
    const deliver = await start(handler);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      expect((await deliver({ method })).status).toBe(405);
    }
    expect(onReject).not.toHaveBeenCalled();
    expect(onPayment).not.toHaveBeenCalled();
  });

  it('turns away 1 MiB by default, announced or not', async () => {
    const { handler, onReject } = listeningHandler();
    const deliver = await start(handler);
    const large = JSON.stringify({ ...signed(), padding: 'x'.repeat(1024 * 1024) });
    expect((await deliver(post(large))).status).toBe(413);
    const stream = new Blob([large]).stream();
    expect((await deliver({ ...post(stream), duplex: 'half' } as RequestInit)).status).toBe(413);
    expect(onReject.mock.calls).toMatchObject([[{ reason: 'too_large' }], [{ reason: 'too_large' }]]);
  });

  it('takes a notification in pieces, also in the middle of a character', async () => {
    const { handler, onPayment } = listeningHandler();
    const deliver = await start(handler);
    const bytes = new TextEncoder().encode(JSON.stringify(signed({ ...paidOrder, body: '中文🍁' })));
    const pieces = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    expect(await deliver({ ...post(pieces), duplex: 'half' } as RequestInit)).toEqual(acknowledged);
    expect(onPayment).toHaveBeenCalledTimes(1);
  });
});
