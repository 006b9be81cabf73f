import { useSyncExternalStore } from 'react';
import type { BagItem, IotPayChannel } from '../api';

/** What this browser tab is about to buy. */
export interface Draft {
  /** Names one attempt at paying: a declined one is followed by another, with an order of its own. */
  attempt: string;
  /** Not set until the customer changes something. */
  items?: BagItem[];
  /** The attempt's orders, by checkout key: one for each bag and way of paying that was opened. */
  orders: Partial<Record<string, string>>;
  /** An order that may be paid, but nobody knows yet: nothing else is sold until that is clear. */
  undecided?: string;
}

const slot = 'fogline';
const fresh = (): Draft => ({ attempt: crypto.randomUUID(), orders: {} });

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

/** Notes which order a checkout key stands for. */
export const setOrder = (key: string, mchOrderNo: string): void =>
  change({ ...draft, orders: { ...draft.orders, [key]: mchOrderNo } });

const isOurs = (mchOrderNo: string) => Object.values(draft.orders).includes(mchOrderNo);

/** Notes that nobody knows how an order's payment ended. */
export const setUndecided = (mchOrderNo: string): void => change({ ...draft, undecided: mchOrderNo });

/** That order is paid: the next attempt starts with an empty slate. Somebody else's order changes nothing. */
export function startOver(mchOrderNo: string): void {
  if (isOurs(mchOrderNo)) change(fresh());
}

/** That order has certainly failed: the same bag, another attempt, which means another order. */
export function tryAgain(mchOrderNo: string): void {
  const { items } = draft;
  if (isOurs(mchOrderNo)) change({ ...fresh(), ...(items && { items }) });
}

/**
 * Names what is being paid for. Two requests with one key are one order: the key changes with the attempt, the bag and
 * the way of paying, and with nothing else, so a reload finds the order it had. Which saved card it is makes no difference: were
 * the answer about the first one lost, another one would not be charged on top.
 */
export function checkoutKey({ attempt }: Draft, way: IotPayChannel | 'saved', items: BagItem[]): string {
  const bag = items.map(({ productId, quantity }) => `${productId}*${quantity}`).join('+');
  return [attempt, way, bag].join('/');
}
