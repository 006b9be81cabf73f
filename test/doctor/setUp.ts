import type { IncomingMessage, ServerResponse } from 'node:http';
import { createIotPay, createNotificationHandler } from 'react-iotpay/server';
import { startSandbox } from 'react-iotpay/sandbox';
import { onTestFinished } from 'vitest';
import type { DoctorSettings } from '../../src/doctor/settings';
import { startWebServer } from './webServer';

type Route = (response: ServerResponse, request: IncomingMessage) => void;

/** A shop whose set-up is right in every way, beside a sandbox; both end with the test. Each part can be broken. */
export async function setUp() {
  const sandbox = await startSandbox({ clocks: { bankMs: 0 } });
  onTestFinished(() => sandbox.close());
  const { credentials, url: baseUrl } = sandbox;
  const iotpay = createIotPay({ environment: { baseUrl }, ...credentials });

  const orders = new Map<string, { amount: number; currency: 'CAD' }>();
  const stored: string[] = [];
  const notifications = createNotificationHandler({
    iotpay,
    expect: ({ mchOrderNo }) => orders.get(mchOrderNo),
    onPayment: ({ mchOrderNo }) => void stored.push(mchOrderNo),
    onReject: () => undefined,
  });

  const page =
    '<!doctype html><script type="module" nonce="{nonce}" src="/shop.js"></script><div id="root"></div>';
  let nonces = 0;
  const routes: Record<string, Route> = {
    '/notify': (response, request) => void notifications.node(request, response),
    '/thanks': (response) => html(response, '<!doctype html><h1>Thank you</h1>'),
    '/shop.js': (response) => javascript(response, 'console.log("the shop")'),
    '/checkout'(response) {
      const nonce = `nonce${(nonces += 1)}`;
      response.setHeader(
        'Content-Security-Policy',
        `default-src 'self'; script-src 'nonce-${nonce}'; frame-src ${baseUrl}`,
      );
      html(response, page.replace('{nonce}', nonce));
    },
  };
  const shopUrl = await startWebServer((request, response) => {
    const route = routes[new URL(request.url ?? '/', 'http://shop').pathname];
    if (route) route(response, request);
    else html(response, '<!doctype html><pre>Cannot find it</pre>', 404);
  });

  const settings: DoctorSettings = {
    environment: 'sandbox',
    baseUrl,
    ...credentials,
    timeoutMs: 5000,
    notifyUrl: `${shopUrl}/notify`,
    returnUrl: `${shopUrl}/thanks`,
    checkoutUrl: `${shopUrl}/checkout`,
    folder: '.',
    env: {},
  };

  /** Makes an order of the shop's, and pays it with a test card. */
  async function pay(): Promise<string> {
    const mchOrderNo = `ORDER-${orders.size + 1}`;
    orders.set(mchOrderNo, { amount: 2434, currency: 'CAD' });
    const { secureId } = await iotpay.purchase({
      mchOrderNo,
      amount: 2434,
      channel: 'PF_CC',
      notifyUrl: `${shopUrl}/notify`,
      returnUrl: `${shopUrl}/thanks`,
    });
    const card = { number: '4242424242424242', holder: 'Ada Lovelace', expiry: '12/34', code: '123' };
    await fetch(`${baseUrl}/cc/submit`, { method: 'POST', body: JSON.stringify({ key: secureId, card }) });
    return mchOrderNo;
  }

  return { sandbox, iotpay, settings, shopUrl, routes, stored, pay };
}

export type SetUp = Awaited<ReturnType<typeof setUp>>;

export function html(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(text);
}

export function javascript(response: ServerResponse, text: string): void {
  response.setHeader('Content-Type', 'text/javascript').end(text);
}
