import type { ConsoleOrder, OrderState } from '../consoleApi/orders';
import type { Gateway } from '../gateway';
import type { LedgerEntry } from '../orders/ledger';
import { settlementOf, type Settlement } from '../orders/orderStates';

function stateOf({ kind, order, charges }: LedgerEntry, settlement: Settlement | undefined): OrderState {
  if (order.status === 9) return 'failed';
  if (order.status === 1) return 'undecided';
  if (order.status === 0) return charges > 0 ? 'pending' : 'open';
  if (kind !== 'payment') return kind === 'void' ? 'void' : 'refunded';
  if (settlement === 'void') return 'void';
  if (order.refundable < order.amount) return order.refundable === 0 ? 'refunded' : 'partlyRefunded';
  return settlement === 'settled' ? 'settled' : 'paid';
}

/** An order as the console shows it. A `secureId` is never part of it. */
export function consoleOrder(entry: LedgerEntry, { sessions, time }: Gateway): ConsoleOrder {
  const { order, subject, charges, kind, openedAt, notifyUrl, forced } = entry;
  const settlement = settlementOf(entry, time);
  const session = sessions.ofOrder(order.mchOrderNo);
  const unused = session && (sessions.hasExpired(session) ? 'expired' : 'usable');
  return {
    ...order,
    ...(subject !== undefined && { subject }),
    charges,
    kind,
    state: stateOf(entry, settlement),
    ...(settlement && { settlement }),
    openedAt: new Date(openedAt).toISOString(),
    ...(notifyUrl !== undefined && { notifyUrl }),
    ...(forced && { forced }),
    ...(session && unused && { session: session.answer ? 'used' : unused }),
  };
}
