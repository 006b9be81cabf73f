import { createServer, type IncomingMessage } from 'node:http';
import { handler } from './lambda.js';

/** What API Gateway makes of a request for a function. Bodies that are no text of a kind it knows are sent as base64. */
async function eventOf(request: IncomingMessage): Promise<Parameters<typeof handler>[0]> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://shop.example');
  const { cookie, ...others } = request.headers;
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk as Uint8Array);
  const isText = /^(text\/|application\/json)/.test(others['content-type'] ?? '');
  const body = Buffer.concat(chunks);
  return {
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: Object.fromEntries(Object.entries(others).map(([name, value]) => [name, String(value)])),
    requestContext: { http: { method: request.method ?? 'GET' } },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

/** Stands for API Gateway: each request becomes an event, and what the function answers becomes the answer. */
createServer((request, response) => {
  void (async () => {
    const { statusCode, headers, cookies, body, isBase64Encoded } = await handler(await eventOf(request));
    response.writeHead(statusCode, { ...headers, ...(cookies.length > 0 && { 'set-cookie': cookies }) });
    response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
  })();
}).listen(Number(process.env.PORT));
