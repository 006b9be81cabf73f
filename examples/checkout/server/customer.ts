import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const cookieName = 'fogline_customer';

function customerIn(cookies: string | undefined): string | undefined {
  const pair = cookies?.split('; ').find((cookie) => cookie.startsWith(`${cookieName}=`));
  const id = pair?.slice(cookieName.length + 1);
  return id && /^[\w-]{36}$/.test(id) ? id : undefined;
}

/**
 * Gives every browser a name of its own, so that nobody reads another customer's orders and cards. A shop with
 * accounts has its session instead. `SameSite=Lax` brings the cookie along when IOTPay's page sends the customer
 * back, and keeps it away from other sites' forms.
 */
export const knowCustomer: RequestHandler = (request, response, next) => {
  let customerId = customerIn(request.headers.cookie);
  if (!customerId) {
    customerId = randomUUID();
    response.cookie(cookieName, customerId, { httpOnly: true, sameSite: 'lax' });
  }
  response.locals.customerId = customerId;
  next();
};

export function customerOf(response: Response): string {
  return String(response.locals.customerId);
}
