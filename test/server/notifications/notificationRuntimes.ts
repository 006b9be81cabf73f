import { getRequestListener } from '@hono/node-server';
import express from 'express';
import { Hono } from 'hono';
import type { NotificationHandler } from '../../../src/server/index';
import { type HandlerAnswer, sendRequest, serve } from './notificationDouble';

export type Send = (init: RequestInit) => Promise<HandlerAnswer>;

export const overSocket = async (listener: Parameters<typeof serve>[0]): Promise<Send> => {
  const url = await serve(listener);
  return (init) => sendRequest(url, init);
};

/** Every way to receive a notification that the library promises. */
export const runtimes: readonly (readonly [string, (handler: NotificationHandler) => Promise<Send>])[] = [
  ['bare node:http', (handler) => overSocket((request, response) => void handler.node(request, response))],
  ['Express without a parser', (handler) => overSocket(express().post('/', handler.node))],
  [
    'Express before the parsers',
    (handler) => overSocket(express().post('/', handler.node).use(express.json())),
  ],
  [
    'Express after its parsers',
    (handler) => overSocket(express().use(express.json(), express.urlencoded()).post('/', handler.node)),
  ],
  [
    'Express after a parser of another type',
    (handler) =>
      overSocket(
        express()
          .use(express.json({ type: 'application/other' }))
          .post('/', handler.node),
      ),
  ],
  [
    'Express after text()',
    (handler) =>
      overSocket(
        express()
          .use(express.text({ type: '*/*' }))
          .post('/', handler.node),
      ),
  ],
  [
    'Express after raw()',
    (handler) =>
      overSocket(
        express()
          .use(express.raw({ type: '*/*' }))
          .post('/', handler.node),
      ),
  ],
  [
    'a parser that leaves {} for a body of another type',
    (handler) =>
      overSocket(
        express()
          .use((request, _, next) => {
            request.body = {};
            next();
          })
          .post('/', handler.node),
      ),
  ],
  [
    'a stream of text',
    (handler) =>
      overSocket((request, response) => {
        request.setEncoding('utf8');
        void handler.node(request, response);
      }),
  ],
  ['a Fetch route', (handler) => Promise.resolve(fetchRoute(handler))],
  [
    'Hono',
    (handler) => {
      const listener = getRequestListener(new Hono().post('/', ({ req }) => handler.fetch(req.raw)).fetch);
      return overSocket((request, response) => void listener(request, response));
    },
  ],
];

export function fetchRoute({ fetch: POST }: NotificationHandler): Send {
  return async (init) => {
    const response = await POST(new Request('https://shop.example/notify', init));
    return { status: response.status, text: await response.text() };
  };
}
