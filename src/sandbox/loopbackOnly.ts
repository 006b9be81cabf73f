import type { MiddlewareHandler } from 'hono';
import { isLoopback } from '../contract/urls';

function namesThisComputer(origin: string): boolean {
  return URL.canParse(origin) && isLoopback(new URL(origin).hostname);
}

/**
 * Listening on 127.0.0.1 keeps other computers out, but not the web pages that this one's browser has open. A page whose host
 * name was pointed at 127.0.0.1 gives itself away by its `Host`, any other page by its `Origin`.
 */
export const loopbackOnly: MiddlewareHandler = async ({ req, text }, next) => {
  if (!namesThisComputer(`http://${req.header('host') ?? ''}`)) {
    return text('The sandbox answers only to 127.0.0.1 and localhost.', 403);
  }
  const origin = req.header('origin');
  if (req.method !== 'GET' && origin !== undefined && !namesThisComputer(origin)) {
    return text('The sandbox takes nothing from pages of other computers.', 403);
  }
  await next();
};
