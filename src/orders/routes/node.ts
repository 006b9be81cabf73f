import type { IncomingMessage, ServerResponse } from 'node:http';
import { lostBody } from './lostBody';
import { streamOf } from './nodeBody';

type NodeRequest = IncomingMessage & { body?: unknown; originalUrl?: string };

/** A handler for `node:http` and Express. */
export type NodeHandler = (request: NodeRequest, response: ServerResponse) => Promise<void>;

/** Makes a Node handler from a Fetch handler. A body that was parsed before is used as the parser left it. */
export function createNodeHandler(
  fetch: (request: Request) => Promise<Response>,
  url: URL,
  notify: NodeHandler,
): NodeHandler {
  return async (request, response) => {
    const target = targetOf(request, url.origin);
    if (/\/notify\/?$/.test(target.pathname)) return notify(request, response);
    const asked = toFetchRequest(request, target);
    const answer = asked ? await fetch(asked) : notUnderstood();
    if (response.headersSent) return;
    response.statusCode = answer.status;
    answer.headers.forEach((value, name) => {
      if (name !== 'set-cookie') response.setHeader(name, value);
    });
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
    // If the body was not read, its rest must not be taken for the next request.
    if (!request.complete) response.setHeader('Connection', 'close');
    response.end(await answer.text());
  };
}

/**
 * The URL that was asked for. Express removes the mount path from `url`. A proxy may ask for a whole address, and a
 * stranger for an invalid one.
 */
function targetOf({ originalUrl, url = '/' }: NodeRequest, origin: string): URL {
  const asked = originalUrl ?? url;
  if (asked.startsWith('/')) return new URL(origin + asked);
  const { pathname = '/', search = '' } = URL.canParse(asked) ? new URL(asked) : {};
  return new URL(origin + pathname + search);
}

/** Returns undefined for a method or a header that Fetch does not know. */
function toFetchRequest(request: NodeRequest, target: URL): Request | undefined {
  try {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (value !== undefined && !name.startsWith(':'))
        headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    }
    const method = request.method ?? 'GET';
    if (method === 'GET' || method === 'HEAD') return new Request(target, { method, headers });
    const options = { method, headers, body: bodyOf(request), duplex: 'half' };
    return new Request(target, options);
  } catch {
    return undefined;
  }
}

function notUnderstood(): Response {
  return Response.json(
    { code: 'bad_request', message: 'This request has an invalid method or header.' },
    { status: 400 },
  );
}

function bodyOf(request: NodeRequest): BodyInit {
  const { body } = request;
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new Uint8Array(body);
  const isLeft = typeof body === 'object' && body !== null;
  if (!isLeft && (request.readableDidRead || request.destroyed)) return lostBody();
  // Some parsers set `{}` for a body of another type, and do not read the stream.
  if (
    typeof body === 'object' &&
    body !== null &&
    (request.readableDidRead || Object.keys(body).length > 0)
  ) {
    return JSON.stringify(body);
  }
  return streamOf(request);
}
