import { isJsonObject } from '../../contract/wire';
import { RouteError } from './routeError';

/** The longest body, in bytes. A body holds a request of the page, or a wallet's token. */
export const bodyLimit = 64 * 1024;

/**
 * Refuses a request that another site's page may have sent with the customer's cookies. Browsers say where a POST comes
 * from, and no form can send JSON.
 *
 * @throws RouteError
 */
export function checkOrigin(request: Request, origins: ReadonlySet<string>): void {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isOurs = origin === null || origins.has(origin);
  const isNear = site === null || site === 'same-origin' || site === 'none' || (origin !== null && isOurs);
  if (isOurs && isNear) return;
  throw new RouteError(
    403,
    'bad_origin',
    `Pages of ${origin ?? 'another site'} may not do this. If they are yours, name their origin in createOrders({ origins }).`,
  );
}

/**
 * A request's JSON object.
 *
 * @throws RouteError
 */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new RouteError(415, 'not_json', 'Send JSON, with Content-Type: application/json.');
  }
  const text = await readText(request);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new RouteError(400, 'bad_json', 'The body is not JSON.');
  }
  if (isJsonObject(parsed)) return parsed;
  throw new RouteError(400, 'bad_json', 'The body must be a JSON object.');
}

async function readText(request: Request): Promise<string> {
  const tooLarge = new RouteError(413, 'too_large', `The body is longer than ${bodyLimit} bytes.`);
  if (Number(request.headers.get('content-length')) > bodyLimit) throw tooLarge;
  if (!request.body) return '';
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > bodyLimit) {
      reader.cancel().catch(() => undefined);
      throw tooLarge;
    }
    text += decoder.decode(value, { stream: true });
  }
}
