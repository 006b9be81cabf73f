import { describe, expect, it } from 'vitest';
import {
  absencesNeeded,
  absentMs,
  claimMs,
  decidingMs,
  handedOutMs,
  nextAskAt,
  payableMs,
  watchedMs,
} from '../../../src/orders/ledger/schedule';
import {
  chargeOrder,
  day,
  decided,
  formOrder,
  hour,
  minute,
  paidOrder,
  pendingRefund,
  second,
  start,
} from './storedOrders';

it.each([
  ['a form can be paid for an hour', payableMs, 3_600_000],
  ['a payment of the last moment may take half an hour to be decided', decidingMs, 1_800_000],
  ['a form is handed out again for 50 minutes', handedOutMs, 3_000_000],
  ['the gateway has to say for an hour that there is no such order', absentMs, 3_600_000],
  ['the gateway has to say four times that there is no such order', absencesNeeded, 4],
  ['an order is watched for a week', watchedMs, 604_800_000],
  ['a process may take two minutes for an order', claimMs, 120_000],
])('the time limits of orders say that %s', (_, limit, expected) => {
  expect(limit).toBe(expected);
});

describe('the next question about an open order', () => {
  it.each([
    [0, 30 * second],
    [1, minute],
    [2, 2 * minute],
    [6, 32 * minute],
    [11, 1024 * minute],
    [12, day],
    [5000, day],
  ])('doubles its pause from half a minute up to a day: after %i questions', (asks, pause) => {
    const now = start + 3 * minute;
    expect(nextAskAt(chargeOrder({ asks }), now)).toBe(now + pause);
  });

  it('comes exactly when the form can no longer be paid, if the pause would be longer', () => {
    expect(nextAskAt(formOrder({ asks: 8 }), start + hour)).toBe(decided);
    expect(nextAskAt(formOrder({ asks: 0 }), decided - 10 * second)).toBe(decided);
    expect(nextAskAt(formOrder({ asks: 0 }), decided - 1)).toBe(decided);
  });

  it('comes after the usual pause, if the form can still be paid by then', () => {
    expect(nextAskAt(formOrder({ asks: 0 }), decided - minute)).toBe(decided - 30 * second);
  });

  it('comes after the usual pause, once the form can no longer be paid', () => {
    expect(nextAskAt(formOrder({ asks: 0 }), decided)).toBe(decided + 30 * second);
    expect(nextAskAt(formOrder({ asks: 3 }), decided + day)).toBe(decided + day + 4 * minute);
  });

  it('waits 15 minutes at most while the gateway says that there is no such order', () => {
    expect(nextAskAt(chargeOrder({ asks: 4, absentSince: start }), start)).toBe(start + 8 * minute);
    expect(nextAskAt(chargeOrder({ asks: 5, absentSince: start }), start)).toBe(start + 15 * minute);
    expect(nextAskAt(chargeOrder({ asks: 12, absentSince: start }), start)).toBe(start + 15 * minute);
  });
});

describe('the next question about a refund', () => {
  it('doubles its pause while the refund is pending, and does not care about the form’s hour', () => {
    const order = paidOrder({ refunds: [pendingRefund] });
    expect(nextAskAt(order, decided - 10 * second)).toBe(decided + 20 * second);
    expect(nextAskAt({ ...order, asks: 12 }, start)).toBe(start + day);
  });

  it('waits 15 minutes at most while the gateway says that there is no such refund', () => {
    const refunds = [pendingRefund, { ...pendingRefund, mchRefundNo: 'R2', absentSince: start }];
    expect(nextAskAt(paidOrder({ refunds, asks: 12 }), start)).toBe(start + 15 * minute);
  });

  it('does not come earlier because of the absence of another refund that has failed', () => {
    const failed = { ...pendingRefund, mchRefundNo: 'R2', state: 'failed' as const, absentSince: start };
    const order = paidOrder({ refunds: [failed, pendingRefund], asks: 12 });
    expect(nextAskAt(order, start)).toBe(start + day);
  });

  it.each(['succeeded', 'failed'] as const)('never comes once the refund has %s', (state) => {
    expect(nextAskAt(paidOrder({ refunds: [{ ...pendingRefund, state }] }), start)).toBeUndefined();
  });
});

describe('the next question about a decided order', () => {
  it.each(['paid', 'partly_refunded', 'refunded'] as const)('never comes when the order is %s', (state) => {
    expect(nextAskAt(paidOrder({ state }), start + 2 * minute)).toBeUndefined();
  });

  it.each(
    (['failed', 'expired'] as const).flatMap((state) => [
      [state, 0, hour] as const,
      [state, 30 * minute, 90 * minute] as const,
      [state, 90 * minute, 3 * hour] as const,
      [state, day, 2 * day] as const,
      [state, 3 * day, 5 * day] as const,
      [state, 6 * day, 7 * day] as const,
      [state, 7 * day - 1, 7 * day] as const,
    ]),
  )(
    'comes ever less often for a week after the order %s: %i ms later, then %i ms later',
    (state, at, next) => {
      const order = formOrder({ state, settledAt: start });
      expect(nextAskAt(order, start + at)).toBe(start + next);
    },
  );

  it.each(['failed', 'expired'] as const)('never comes again a week after the order %s', (state) => {
    expect(nextAskAt(formOrder({ state, settledAt: start }), start + 7 * day)).toBeUndefined();
  });

  it('comes an hour later, if nothing says when the order was closed', () => {
    expect(nextAskAt(formOrder({ state: 'failed' }), start + day)).toBe(start + day + hour);
  });
});
