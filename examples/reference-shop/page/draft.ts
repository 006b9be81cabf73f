import { useSyncExternalStore } from 'react';
import type { BagItem, IotPayChannel } from '../api';

/** What this browser tab is about to buy. */
export interface Draft {
  /** Names one purchase, until it is paid. */
  purchase: string;
  /** How often paying for it has failed. Each further try has a form, and an order, of its own. */
  failures: number;
  /** Not set until the customer changes something. */
  items?: BagItem[];
  /** The orders of this try, by form key: one for each bag and way of paying that was opened. */
  orders: Partial<Record<string, string>>;
  /** An order whose form has said how its payment ended, which proves nothing: nothing else is sold until the server knows. */
  undecided?: string;
}

const slot = 'fogline';
const fresh = (): Draft => ({ purchase: crypto.randomUUID(), failures: 0, orders: {} });

function restore(): Draft {
  try {
    const draft = JSON.parse(sessionStorage.getItem(slot) ?? '') as Draft;
    return { ...fresh(), ...draft };
  } catch {
    return fresh();
  }
}

let draft = restore();
const listeners = new Set<() => void>();

function change(next: Draft): void {
  draft = next;
  sessionStorage.setItem(slot, JSON.stringify(draft));
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useDraft = (): Draft => useSyncExternalStore(subscribe, () => draft);

export const setItems = (items: BagItem[]): void => change({ ...draft, items });

/** Notes which order a form key stands for. */
export const setOrder = (key: string, mchOrderNo: string): void =>
  change({ ...draft, orders: { ...draft.orders, [key]: mchOrderNo } });

const isOurs = (mchOrderNo: string) => Object.values(draft.orders).includes(mchOrderNo);

/** Notes that only the server can say now how an order's payment ended. */
export const setUndecided = (mchOrderNo: string): void => change({ ...draft, undecided: mchOrderNo });

/** That order is paid: the next purchase starts with an empty slate. Somebody else's order changes nothing. */
export function startOver(mchOrderNo: string): void {
  if (isOurs(mchOrderNo)) change(fresh());
}

/** The server has given up that order: the same purchase and the same bag, with another order. */
export function tryAgain(mchOrderNo: string): void {
  const { purchase, failures, items } = draft;
  if (isOurs(mchOrderNo)) change({ purchase, failures: failures + 1, orders: {}, ...(items && { items }) });
}

/**
 * Names what is being paid for, however often and in whatever way that is tried: the server sells it once. A reload finds the order
 * that it had. Which saved card it is makes no difference: were the answer about the first one lost, another one would not be charged
 * on top.
 */
export function checkoutKey({ purchase }: Draft, items: BagItem[]): string {
  const bag = items.map(({ productId, quantity }) => `${productId}*${quantity}`).join('+');
  return [purchase, bag].join('/');
}

/** Names one form for it. A used one is never asked for again: the next try has another key. */
export function formKey(draft: Draft, way: IotPayChannel | 'saved', items: BagItem[]): string {
  return [checkoutKey(draft, items), way, draft.failures].join('/');
}
