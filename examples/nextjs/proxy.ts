import { NextResponse, type NextRequest } from 'next/server';
import { sessionCookie } from './shop/session';

/** Gives every browser a session, and every page a Content-Security-Policy whose nonce is new for each answer. */
export function proxy(request: NextRequest): NextResponse {
  const fresh = ['customer', 'cart'].filter((name) => !request.cookies.has(name));
  for (const name of fresh) request.cookies.set(name, crypto.randomUUID());

  const nonce = btoa(crypto.randomUUID());
  const gateway = process.env.IOTPAY_URL ?? 'https://ccapi.iotpaycloud.com';
  const policy = [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
    `frame-src ${gateway}`,
    `connect-src 'self' ${gateway}`,
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
  // Next puts the nonce on its own scripts, and this request already carries the new cookies to the page.
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  for (const name of fresh) response.cookies.set(name, request.cookies.get(name)?.value ?? '', sessionCookie);
  return response;
}

/** Only pages, because the routes need neither. */
export const config = { matcher: ['/((?!api|pay|_next|icon.svg).*)'] };
