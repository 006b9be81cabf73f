import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const cookieName = 'fogline_customer';

/** Who the customer is, by the cookies of a request. */
export function customerIn(cookies: string | null | undefined): string | undefined {
  const pair = cookies?.split('; ').find((cookie) => cookie.startsWith(`${cookieName}=`));
  const id = pair?.slice(cookieName.length + 1);
  return id && /^[\w-]{36}$/.test(id) ? id : undefined;
}

/**
 * Gives every browser a name of its own, so that no customer reads another one's orders and cards. A shop with
 * accounts has its session instead. `SameSite=Lax` brings the cookie along when IOTPay's page sends the customer
 * back, and keeps it away from other sites' forms.
 */
export const knowCustomer: RequestHandler = (request, response, next) => {
  let customer = customerIn(request.headers.cookie);
  if (!customer) {
    customer = randomUUID();
    response.cookie(cookieName, customer, { httpOnly: true, sameSite: 'lax' });
  }
  response.locals.customer = customer;
  next();
};

export function customerOf(response: Response): string {
  return String(response.locals.customer);
}
