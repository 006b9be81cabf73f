import type { IncomingMessage, ServerResponse } from 'node:http';
import { lostBody } from './lostBody';
import { streamOf } from './nodeBody';

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
    // What is left of a body that was not read must not be taken for the next request.
    if (!request.complete) response.setHeader('Connection', 'close');
    response.end(await answer.text());
  };
}

/** Express takes the mount path off `url`. A proxy may ask for a whole address, and anybody for what is none. */
function targetOf({ originalUrl, url = '/' }: NodeRequest, origin: string): URL {
  const asked = originalUrl ?? url;
  if (asked.startsWith('/')) return new URL(origin + asked);
  const { pathname = '/', search = '' } = URL.canParse(asked) ? new URL(asked) : {};
  return new URL(origin + pathname + search);
}

/** Nothing, for a method or a header that Fetch does not know. */
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
    { code: 'bad_request', message: 'A method or header of this request is none.' },
    { status: 400 },
  );
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
