import { NextResponse, type NextRequest } from 'next/server';

/** Gives every page a Content-Security-Policy whose nonce is new for each answer. Next puts the nonce on its own scripts. */
export function proxy(request: NextRequest): NextResponse {
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
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** Pages only: the gateway's notifications and the shop's API need no policy. */
export const config = { matcher: ['/((?!api|_next|icon.svg).*)'] };
