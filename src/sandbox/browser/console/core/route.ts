import { createStore } from './store';

/** What the address names: an order, an event to inspect, both or neither. */
export interface Route {
  readonly mchOrderNo: string | undefined;
  readonly eventId: number | undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function readRoute({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Route {
  const number = /^\/orders\/([^/]+)$/.exec(pathname)?.[1];
  const event = new URLSearchParams(search).get('event') ?? '';
  return {
    mchOrderNo: number === undefined ? undefined : decode(number),
    eventId: /^\d+$/.test(event) ? Number(event) : undefined,
  };
}

export function hrefOf({ mchOrderNo, eventId }: Partial<Route>): string {
  const path = mchOrderNo === undefined ? '/' : `/orders/${encodeURIComponent(mchOrderNo)}`;
  return eventId === undefined ? path : `${path}?event=${eventId}`;
}

/** The page's address. Back and forward work, and each address can be shared. */
export function createRouter() {
  const route = createStore(readRoute(location));
  const read = () => route.set(readRoute(location));
  addEventListener('popstate', read);
  return {
    get: route.get,
    subscribe: route.subscribe,
    go(next: Partial<Route>) {
      const href = hrefOf(next);
      if (href !== `${location.pathname}${location.search}`) history.pushState(null, '', href);
      read();
    },
    stop: () => removeEventListener('popstate', read),
  };
}

export type Router = ReturnType<typeof createRouter>;
