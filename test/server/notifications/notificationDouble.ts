import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import {
  createIotPay,
  createNotificationHandler,
  type NotificationHandler,
  type NotificationOptions,
  sign,
} from '../../../src/server/index';
import { credentials, merchantKey, paidOrder } from '../gateway/gatewayDouble';

export const iotpay = createIotPay({ ...credentials, environment: 'production' });

/** Fields as the gateway would sign them. */
export function signed(fields: object = paidOrder, key = merchantKey): Record<string, unknown> {
  return { ...fields, sign: sign({ ...fields }, key) };
}

export const post = (body: BodyInit, type = 'application/json;charset=UTF-8'): RequestInit => ({
  method: 'POST',
  body,
  headers: { 'Content-Type': type },
});

/** The part of an answer that the gateway sees. */
export interface HandlerAnswer {
  status: number;
  text: string;
}

export async function sendRequest(url: string, init: RequestInit): Promise<HandlerAnswer> {
  const response = await fetch(url, init);
  return { status: response.status, text: await response.text() };
}

/** A handler with hooks that remember what they were told. */
export function listeningHandler(options: Partial<NotificationOptions> = {}) {
  const onPayment = vi.fn<NotificationOptions['onPayment']>();
  const onReject = vi.fn<NonNullable<NotificationOptions['onReject']>>();
  const onError = vi.fn<NonNullable<NotificationOptions['onError']>>();
  const handler: NotificationHandler = createNotificationHandler({
    iotpay,
    expect: false,
    onPayment,
    onReject,
    onError,
    ...options,
  });
  return { handler, onPayment, onReject, onError };
}

/** Serves a listener, an Express app for one, on a real socket; it ends with its test. */
export async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

export type Hooks = Partial<NotificationOptions>;

/** Delivers one body to a fresh handler and tells the answer and what reached the shop. */
export async function sendNotification(body: string, options: Hooks = {}) {
  const { handler, onPayment, onReject, onError } = listeningHandler(options);
  const response = await handler.fetch(new Request('https://shop.example/notify', post(body, 'text/plain')));
  return {
    status: response.status,
    text: await response.text(),
    payments: onPayment.mock.calls.map(([order]) => order),
    keyIndexes: onPayment.mock.calls.map(([, { keyIndex }]) => keyIndex),
    rejections: onReject.mock.calls.map(([rejection]) => rejection),
    errors: onError.mock.calls.map(([error]) => error),
  };
}

export const deliverFields = (fields: object, options?: Hooks) =>
  sendNotification(JSON.stringify(fields), options);
