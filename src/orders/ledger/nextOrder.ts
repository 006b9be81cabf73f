import { isGivenBack, isPaid, type Order, type Payment, paymentOf, type Refund, returnedOf } from '../order';
import type { Change, NewEvent, StoredOrder } from '../stores/store';
import { nextAskAt, watchedMs } from './schedule';

/** What a piece of evidence makes of an order. */
export interface Step {
  /** What changes of the order itself. */
  readonly order?: Partial<StoredOrder>;
  readonly payments?: readonly Payment[];
  readonly refunds?: readonly Refund[];
  readonly events?: readonly NewEvent[];
}

/** The change that a step is: with what follows from it, and the time of the next question. */
export function changeOf(before: StoredOrder, step: Step, now: number): Change {
  const { payments = [], refunds = [], events = [] } = step;
  const merged: StoredOrder = {
    ...before,
    ...step.order,
    payments: [...before.payments, ...payments],
    refunds: [
      ...before.refunds.filter((old) => !refunds.some((changed) => changed.mchRefundNo === old.mchRefundNo)),
      ...refunds,
    ],
  };
  const state = stateOf(merged);
  const moved = state !== before.state;
  const open = state === 'open';
  const order: StoredOrder = {
    ...merged,
    state,
    ...(moved && { settledAt: now, asks: 0, absences: 0, absentSince: undefined }),
    // Only money of another amount came in, and it was given back: the key may be sold anew.
    ...(state === 'refunded' && !isPaid(merged) && { holdsKey: false, reason: undefined }),
    // A form that is decided must not be shown again, so nobody needs its session.
    ...(!open && { secureId: undefined, redirectUrl: undefined }),
  };
  order.attention = needsAttention(order, now);
  order.nextAskAt = nextAskAt(order, now);
  return { order, payments, refunds, events, at: now };
}

/** Refunds move a paid order on; nothing moves it back. */
function stateOf(order: StoredOrder): Order['state'] {
  const payment = paymentOf(order);
  if (!payment) return order.state;
  if (!isPaid(order)) return isGivenBack(order) ? 'refunded' : order.state;
  const returned = returnedOf(order, payment.payOrderId);
  if (returned >= payment.amount) return 'refunded';
  return returned > 0 ? 'partly_refunded' : 'paid';
}

function needsAttention(order: StoredOrder, now: number): boolean {
  const isOwed = order.payments.some(
    ({ surplus, payOrderId, amount }) => surplus && returnedOf(order, payOrderId) < amount,
  );
  const isStuck =
    (order.state === 'open' && now - order.createdAt >= watchedMs) ||
    order.refunds.some(({ state, createdAt }) => state === 'pending' && now - createdAt >= watchedMs);
  return isOwed || isStuck;
}
