import type { StoredOrder } from '../stores/store';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long a secureId can be used to pay (docs/gateway-contract.md, section 1). */
export const payableMs = hour;

/** How long a payment that was begun at the last moment may take to be decided. */
export const decidingMs = 30 * minute;

/** How old a form may be when it is handed to a customer again, because customers need some minutes to type. */
export const handedOutMs = 50 * minute;

/** How long, and at least how often, the gateway has to say that there is no such order before that counts. */
export const absentMs = hour;
export const absencesNeeded = 4;

/** How long closed orders are asked about, and how long an open one may stay open before a person should look at it. */
export const watchedMs = 7 * day;

/** How long one process may take for an order that it has claimed. */
export const claimMs = 2 * minute;

/** Doubles from half a minute: half a minute, one, two, four … */
const growing = (asks: number) => 30 * second * 2 ** Math.min(asks, 12);

/** The longest pause while the gateway says that there is no such order, because it has to say so often enough. */
const absentPause = 15 * minute;

/** When the library next asks about an order by itself; `undefined` if it is decided for good. */
export function nextAskAt(order: StoredOrder, now: number): number | undefined {
  const pending = order.refunds.filter(({ state }) => state === 'pending');
  if (order.state === 'open' || pending.length > 0) {
    const isAbsent = [order, ...pending].some(({ absentSince }) => absentSince !== undefined);
    return now + Math.min(pauseWhileOpen(order, now), isAbsent ? absentPause : day);
  }
  if (order.state !== 'failed' && order.state !== 'expired') return undefined;
  const closedFor = now - (order.settledAt ?? now);
  const next = Math.min(closedFor + Math.max(hour, Math.min(closedFor, 2 * day)), watchedMs);
  return closedFor >= watchedMs ? undefined : now - closedFor + next;
}

function pauseWhileOpen(order: StoredOrder, now: number): number {
  const pause = growing(order.asks);
  const decided = (order.payableUntil ?? now) + decidingMs - now;
  return order.state === 'open' && order.payableUntil !== undefined && decided > 0
    ? Math.min(pause, decided)
    : pause;
}
