import { isGivenBack, isPaid, type Order, type Payment, paymentOf, type Refund, returnedOf } from '../order';
import type { Change, NewEvent, StoredOrder } from '../stores/store';
import { nextAskAt, watchedMs } from './schedule';

/** The effect of a piece of evidence on an order. */
export interface OrderStep {
  /** The fields of the order that change. */
  readonly order?: Partial<StoredOrder>;
  readonly payments?: readonly Payment[];
  readonly refunds?: readonly Refund[];
  readonly events?: readonly NewEvent[];
}

/** The gateway knows the order or refund, so its earlier answers "no such order" no longer count. */
export const noAbsence = { absentSince: undefined, absences: 0 };

/** The change that a step leads to, with the state that follows from it, and the time of the next question. */
export function changeOf(before: StoredOrder, step: OrderStep, now: number): Change {
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
    // All money that came in had another amount, and it was given back. So the key may be sold again.
    ...(state === 'refunded' && !isPaid(merged) && { holdsKey: false, reason: undefined }),
    // The form of a decided order must not be shown again, so its session is no longer needed.
    ...(!open && { secureId: undefined, redirectUrl: undefined }),
  };
  order.attention = needsAttention(order, now);
  order.nextAskAt = nextAskAt(order, now);
  return { order, payments, refunds, events, at: now };
}

/** The state by the payments and refunds. Refunds move a paid order on, and nothing moves it back. */
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
