import type { IncomingMessage, ServerResponse } from 'node:http';
import { lostBody } from './lostBody';

type NodeRequest = IncomingMessage & { body?: unknown; originalUrl?: string };

/** A handler for `node:http` and Express. */
export type NodeHandler = (request: NodeRequest, response: ServerResponse) => Promise<void>;

/** Takes Node's requests to a Fetch handler. A body that a parser has read before is taken as it left it. */
export function createNodeHandler(
  fetch: (request: Request) => Promise<Response>,
  url: URL,
  notify: NodeHandler,
): NodeHandler {
  return async (request, response) => {
    // Express takes the mount path off `url`.
    const path = request.originalUrl ?? request.url ?? '/';
    const target = new URL(path, url.origin);
    if (/\/notify\/?$/.test(target.pathname)) return notify(request, response);
    const answer = await fetch(toFetchRequest(request, target));
    if (response.headersSent) return;
    response.statusCode = answer.status;
    answer.headers.forEach((value, name) => {
      if (name !== 'set-cookie') response.setHeader(name, value);
    });
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
    response.end(await answer.text());
  };
}

function toFetchRequest(request: NodeRequest, target: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && !name.startsWith(':'))
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const method = request.method ?? 'GET';
  if (method === 'GET' || method === 'HEAD') return new Request(target, { method, headers });
  const options = { method, headers, body: bodyOf(request), duplex: 'half' };
  return new Request(target, options);
}

function bodyOf(request: NodeRequest): BodyInit {
  const { body } = request;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  const isLeft = typeof body === 'object' && body !== null;
  if (!isLeft && (request.readableDidRead || request.destroyed)) return lostBody();
  // Some parsers leave `{}` for a body of a type that isn't theirs, and the stream as it was.
  if (
    typeof body === 'object' &&
    body !== null &&
    (request.readableDidRead || Object.keys(body).length > 0)
  ) {
    return JSON.stringify(body);
  }
  return streamOf(request);
}

/** By events, because a cancelled reader would destroy the connection and with it the answer. */
function streamOf(request: NodeRequest): ReadableStream<Uint8Array> {
  let isCancelled = false;
  return new ReadableStream({
    start(controller) {
      request.on('data', (chunk: Uint8Array) => {
        if (!isCancelled) controller.enqueue(new Uint8Array(chunk));
      });
      request.on('end', () => {
        if (!isCancelled) controller.close();
      });
      request.on('error', (error) => controller.error(error));
    },
    cancel() {
      isCancelled = true;
    },
  });
}
