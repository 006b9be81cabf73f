import type { Change, StoredOrder } from '../stores/store';
import { canNoLongerBePaid, close, isUndecided } from './applyReport';
import { changeOf } from './nextOrder';
import { absencesNeeded, absentMs } from './schedule';

/**
 * Applies "no such order" to an order. It changes nothing until the gateway has said so again and again over an hour,
 * because a call whose answer was lost may still be on its way.
 */
export function applyAbsence(order: StoredOrder, now: number): Change {
  const absentSince = order.absentSince ?? now;
  const absences = order.absences + 1;
  const isGone = absences >= absencesNeeded && now - absentSince >= absentMs;
  if (isGone && isUndecided(order)) {
    if (order.method !== 'form') return close(order, 'failed', 'never_arrived', now);
    if (canNoLongerBePaid(order, now)) return close(order, 'expired', 'hour_over', now);
  }
  return changeOf(order, { order: { absentSince, absences } }, now);
}
