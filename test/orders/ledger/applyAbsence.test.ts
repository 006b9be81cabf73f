import { describe, expect, it } from 'vitest';
import { applyAbsence } from '../../../src/orders/ledger/applyAbsence';
import { chargeOrder, decided, formOrder, hour, minute, payment, start } from './storedOrders';

/** The gateway has said three times since `start` that there is no such order. */
const saidThrice = { absentSince: start, absences: 3 };

describe('“no such order” about an order', () => {
  it('is counted from the first time that the gateway says so', () => {
    const change = applyAbsence(chargeOrder(), start + minute);
    expect(change.order).toMatchObject({ state: 'open', absentSince: start + minute, absences: 1 });
    expect(change.events).toEqual([]);
  });

  it.each(['saved_card', 'wallet'] as const)(
    'proves that the charge never arrived, when it is said for the fourth time and an hour has passed: %s',
    (method) => {
      const { order, events } = applyAbsence(chargeOrder({ method, ...saidThrice }), start + hour);
      expect(order).toMatchObject({ state: 'failed', reason: 'never_arrived', holdsKey: false });
      expect(order.settledAt).toBe(start + hour);
      expect(events).toEqual([{ kind: 'failed' }]);
    },
  );

  it('proves nothing one millisecond before an hour has passed', () => {
    const { order, events } = applyAbsence(chargeOrder(saidThrice), start + hour - 1);
    expect(order).toMatchObject({ state: 'open', holdsKey: true, absentSince: start, absences: 4 });
    expect(events).toEqual([]);
  });

  it('proves nothing when it is said for the third time, however long ago the first was', () => {
    const { order, events } = applyAbsence(
      chargeOrder({ absentSince: start, absences: 2 }),
      start + 9 * hour,
    );
    expect(order).toMatchObject({ state: 'open', holdsKey: true, absentSince: start, absences: 3 });
    expect(events).toEqual([]);
  });

  it('lets a form expire, once it can no longer be paid', () => {
    const { order, events } = applyAbsence(formOrder(saidThrice), decided);
    expect(order).toMatchObject({ state: 'expired', reason: 'hour_over', holdsKey: false });
    expect(events).toEqual([{ kind: 'expired' }]);
  });

  it.each([
    ['one millisecond before it can no longer be paid', start + 90 * minute - 1, {}],
    ['if nothing says until when it can be paid', start + 9 * hour, { payableUntil: undefined }],
  ])('does not close a form %s', (_, now, changes) => {
    const { order, events } = applyAbsence(formOrder({ ...saidThrice, ...changes }), now);
    expect(order).toMatchObject({ state: 'open', holdsKey: true, absentSince: start, absences: 4 });
    expect(events).toEqual([]);
  });

  it('does not close an order for which money of another amount came in', () => {
    const payments = [{ ...payment, amount: 1, surplus: 'amount_differs' as const }];
    const { order, events } = applyAbsence(chargeOrder({ ...saidThrice, payments }), start + hour);
    expect(order).toMatchObject({ state: 'open', holdsKey: true });
    expect(events).toEqual([]);
  });

  it('does not close an order a second time', () => {
    const closed = formOrder({ ...saidThrice, state: 'expired', reason: 'hour_over', settledAt: decided });
    const { order, events } = applyAbsence(closed, decided + hour);
    expect(order).toMatchObject({ state: 'expired', settledAt: decided });
    expect(events).toEqual([]);
  });
});
