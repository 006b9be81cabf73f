import { useSyncExternalStore } from 'react';

export type Route =
  | { page: 'bag' | 'account' }
  | { page: 'checkout'; isSavedCardFirst: boolean }
  | { page: 'order'; mchOrderNo: string };

const listeners = new Set<() => void>();
let moved = false;

/** Whether the customer came here from another page of the shop, without the browser loading anything. */
export const hasMoved = (): boolean => moved;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Goes to another page of the shop. */
export function navigate(path: string, { replace = false }: { replace?: boolean } = {}): void {
  window.history[replace ? 'replaceState' : 'pushState'](null, '', path);
  window.scrollTo(0, 0);
  moved = true;
  for (const listener of [...listeners]) listener();
}

/** An order's page. IOTPay's own page sends customers to the same address, by way of the server's `returnTo`. */
export const orderPath = (mchOrderNo: string): string => `/orders?mchOrderNo=${mchOrderNo}`;

/** The checkout, with a saved card chosen. */
export const savedCardPath = '/checkout?saved';

function routeOf({ pathname, searchParams }: URL): Route {
  if (pathname === '/checkout') return { page: 'checkout', isSavedCardFirst: searchParams.has('saved') };
  if (pathname !== '/orders') return { page: 'bag' };
  const mchOrderNo = searchParams.get('mchOrderNo');
  return mchOrderNo ? { page: 'order', mchOrderNo } : { page: 'account' };
}

export function useRoute(): Route {
  return routeOf(new URL(useSyncExternalStore(subscribe, () => window.location.href)));
}
