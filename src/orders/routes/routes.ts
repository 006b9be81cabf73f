import { IotPayOrdersError } from '../errors';
import type { Operations } from '../operations/operations';
import type { OrdersOptions } from '../options';
import type { OrderStore } from '../stores/store';
import { answerCheckout, readChannel, readNumber } from './checkoutRoute';
import { checkOrigin, readJson } from './guards';
import { matchRoute, type Route } from './match';
import { type OrderCookies } from './orderCookies';
import { viewOf } from './orderView';
import { answerTo, RouteError } from './routeError';

export interface RouteParts {
  readonly operations: Operations;
  readonly store: Pick<OrderStore, 'read'>;
  readonly options: Pick<OrdersOptions, 'checkout' | 'authorize' | 'origins' | 'returnTo'>;
  readonly notify: (request: Request) => Promise<Response>;
  readonly cookies: OrderCookies;
  readonly url: URL;
  readonly onError: (error: unknown) => unknown;
}

/** Every route, for a Fetch request. Never rejects. */
export function createFetch(parts: RouteParts): (request: Request) => Promise<Response> {
  const { url, options, operations, onError } = parts;
  const base = url.pathname.replace(/\/+$/, '');
  const origins = new Set([url.origin, ...(options.origins ?? [])]);

  async function answer(request: Request): Promise<Response> {
    const route = matchRoute(request.method, new URL(request.url).pathname, base);
    if (route.name === 'notify') return parts.notify(request);
    if (request.method === 'POST') checkOrigin(request, origins);
    switch (route.name) {
      case 'checkout':
        return answerPost(request, route);
      case 'order':
        return json(await readOwnOrder(parts, request, route.mchOrderNo));
      case 'return':
        return redirectToShop(parts, route.mchOrderNo);
      case 'cards':
        return json({ cards: await operations.listCards(await needCustomer(parts, request)) });
      case 'saveCard': {
        const channel = readChannel(await readJson(request));
        const customer = await needCustomer(parts, request);
        const { cardId, session } = await operations.saveCard(customer, channel);
        return json({ cardId, secureId: session.secureId, redirectUrl: session.redirectUrl });
      }
      case 'removeCard': {
        const cardId = readNumber('cardId', await readJson(request));
        const customer = await needCustomer(parts, request);
        if (cardId === undefined) throw new RouteError(400, 'bad_request', 'Which card? Name its cardId.');
        return json({ removed: await operations.removeCard(customer, cardId) });
      }
    }
  }

  async function answerPost(request: Request, route: Route): Promise<Response> {
    const price = options.checkout;
    if (!price) throw new RouteError(404, 'no_such_route', `There is no ${route.name} here.`);
    const body = await readJson(request);
    const customer = await customerOf(parts, request);
    const view = await answerCheckout({ operations, price, customer }, request, body);
    const response = json(view);
    for (const cookie of await parts.cookies.give(request, view.mchOrderNo)) {
      response.headers.append('Set-Cookie', cookie);
    }
    return response;
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      // A shop's `checkout` may throw an answer of its own, such as "that cart is empty".
      if (error instanceof Response) return error;
      const { status, code, message } = answerTo(error);
      // If two sales share a key, the shop has to hear of it too.
      if (status >= 500 || code === 'key_in_use') await onError(error);
      const response = json({ code, message }, status);
      if (error instanceof RouteError && error.allow) response.headers.set('Allow', error.allow);
      return response;
    }
  };
}

/** No answer may be cached, because it holds secureIds, and changes. */
function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'Cache-Control': 'no-store' } });
}

/** @throws IotPayOrdersError `invalid_config` if the shop's name for the customer is no text */
async function customerOf({ options }: RouteParts, request: Request): Promise<string | undefined> {
  const customer: unknown = (await options.authorize?.(request)) ?? undefined;
  if (customer === undefined || customer === '') return undefined;
  if (typeof customer === 'string' && customer.length <= 200) return customer;
  throw new IotPayOrdersError(
    'invalid_config',
    'authorize must give a text of at most 200 characters, or nothing if no customer is signed in.',
  );
}

async function needCustomer(parts: RouteParts, request: Request): Promise<string> {
  const customer = await customerOf(parts, request);
  if (customer) return customer;
  throw parts.options.authorize
    ? new RouteError(401, 'not_signed_in', 'Sign in to see your cards.')
    : new RouteError(404, 'no_such_route', 'There are no saved cards here.');
}

/**
 * Answers an order of another customer as if it did not exist, so that the answer does not reveal which numbers exist.
 */
async function readOwnOrder(parts: RouteParts, request: Request, mchOrderNo: string) {
  const order = await parts.store.read({ mchOrderNo });
  if (order) {
    const isMaker = await parts.cookies.holds(request, mchOrderNo);
    const isCustomer =
      !isMaker && order.customer !== undefined && order.customer === (await customerOf(parts, request));
    if (isMaker || isCustomer) return viewOf(await parts.operations.confirmNowAndThen(order));
  }
  throw new RouteError(404, 'no_such_order', 'We know of no such order of yours.');
}

/**
 * Redirects the customer to the shop's page. It does not read what the gateway's page has added to the query, because
 * anyone can write into an address bar.
 */
function redirectToShop({ options, url }: RouteParts, mchOrderNo: string | undefined): Response {
  const page = new URL(options.returnTo ?? '/', url);
  if (mchOrderNo !== undefined) page.searchParams.set('mchOrderNo', mchOrderNo);
  return new Response(null, { status: 303, headers: { Location: page.href, 'Cache-Control': 'no-store' } });
}
