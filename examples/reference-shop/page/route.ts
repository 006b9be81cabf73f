import { useSyncExternalStore } from 'react';

/** What the card form said in this browser: for the customer's eyes until the server knows. */
export interface Told {
  status: 'success' | 'failed' | 'unknown';
  message?: string;
  cardNum?: string;
}

export type Route =
  { page: 'bag' } | { page: 'checkout' } | { page: 'order'; mchOrderNo: string; told?: Told | undefined };

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

/** Goes to another page of the shop. `told` travels in the history entry, so that a reload keeps it. */
export function navigate(
  path: string,
  { told, replace = false }: { told?: Told; replace?: boolean } = {},
): void {
  window.history[replace ? 'replaceState' : 'pushState']({ told }, '', path);
  window.scrollTo(0, 0);
  moved = true;
  for (const listener of [...listeners]) listener();
}

export function useRoute(): Route {
  const path = useSyncExternalStore(subscribe, () => window.location.pathname);
  const mchOrderNo = /^\/orders\/(\w+)$/.exec(path)?.[1];
  if (mchOrderNo) {
    const state = window.history.state as { told?: Told } | null;
    return { page: 'order', mchOrderNo, told: state?.told };
  }
  return { page: path === '/checkout' ? 'checkout' : 'bag' };
}
