// lambda.ts: for API Gateway's HTTP APIs and for function URLs (payload format 2.0)
import { orders } from './payments.js';

interface HttpEvent {
  rawPath: string;
  rawQueryString: string;
  cookies?: string[];
  headers: Record<string, string>;
  requestContext: { http: { method: string } };
  body?: string;
  isBase64Encoded: boolean;
}

export async function handler(event: HttpEvent) {
  const { rawPath, rawQueryString, cookies = [], requestContext, isBase64Encoded } = event;
  const headers = new Headers(event.headers);
  // The cookies come beside the headers, and go back beside them.
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '));
  const body = event.body === undefined ? null : Buffer.from(event.body, isBase64Encoded ? 'base64' : 'utf8');
  const url = `https://${headers.get('host')}${rawPath}?${rawQueryString}`;
  const response = await orders.fetch(
    new Request(url, { method: requestContext.http.method, headers, body }),
  );
  return {
    statusCode: response.status,
    headers: Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie')),
    cookies: response.headers.getSetCookie(),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    isBase64Encoded: true,
  };
}

/** For an EventBridge schedule, once a minute: a function that is frozen between two requests can't keep a timer. */
export const settle = () => orders.settleDue();
