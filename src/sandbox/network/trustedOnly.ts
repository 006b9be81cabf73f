import type { HonoRequest, MiddlewareHandler } from 'hono';
import { isTrustedUrl, type Trust } from './trust';

/** Chromium asks so before a page loads something from a network that is more private than its own: the hosted script, say. */
function asksForPrivateNetwork(req: HonoRequest): boolean {
  return (
    req.method === 'OPTIONS' &&
    req.path.startsWith('/cc/') &&
    req.header('access-control-request-private-network') === 'true'
  );
}

/**
 * Listening on 127.0.0.1 keeps other computers out, but not the web pages that this one's browser has open. A page whose host
 * name was pointed at 127.0.0.1 gives itself away by its `Host`, any other page by its `Origin`. With `host`, other computers get
 * in, too, but still only by the names that were trusted.
 */
export function trustedOnly(trust: Trust): MiddlewareHandler {
  const others = ['', ...trust.names].join(', ');
  return async ({ req, text, header }, next) => {
    if (!isTrustedUrl(`http://${req.header('host') ?? ''}`, trust)) {
      return text(`The sandbox answers only to 127.0.0.1, localhost${others}.`, 403);
    }
    const origin = req.header('origin');
    if (origin !== undefined && asksForPrivateNetwork(req) && isTrustedUrl(origin, trust)) {
      header('Access-Control-Allow-Origin', origin);
      header('Access-Control-Allow-Private-Network', 'true');
      return text('', 200);
    }
    if (req.method !== 'GET' && origin !== undefined && !isTrustedUrl(origin, trust)) {
      return text('The sandbox takes nothing from pages of other computers.', 403);
    }
    await next();
  };
}
