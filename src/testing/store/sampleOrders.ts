import type { Change, OrderStore, Payment, Refund, StoredOrder } from 'react-iotpay/orders';

/** The time of the samples, in epoch milliseconds. */
export const noon = Date.UTC(2024, 4, 17, 12);

/** An open order for a form. */
export function sampleOrder(mchOrderNo: string, more: Partial<StoredOrder> = {}): StoredOrder {
  return {
    mchOrderNo,
    key: `key of ${mchOrderNo}`,
    amount: 2434,
    currency: 'CAD',
    data: { cartId: 7, name: 'Åse 🍁', tags: ['a', null] },
    method: 'form',
    channel: 'PF_CC',
    state: 'open',
    late: false,
    attention: false,
    payments: [],
    refunds: [],
    createdAt: noon,
    payableUntil: noon + 3_600_000,
    version: 0,
    holdsKey: true,
    asks: 0,
    absences: 0,
    ...more,
  };
}

export function samplePayment(payOrderId: string, more: Partial<Payment> = {}): Payment {
  return { payOrderId, amount: 2434, currency: 'CAD', recordedAt: noon + 1000, ...more };
}

export function sampleRefund(mchRefundNo: string, payOrderId: string, more: Partial<Refund> = {}): Refund {
  return {
    mchRefundNo,
    payOrderId,
    key: `key of ${mchRefundNo}`,
    kind: 'refund',
    amount: 1000,
    state: 'pending',
    createdAt: noon + 2000,
    ...more,
  };
}

/** The change from an order, as it was read, to other fields. */
export function changeTo(
  order: StoredOrder,
  more: Partial<StoredOrder>,
  parts: Partial<Pick<Change, 'payments' | 'refunds' | 'events'>> = {},
): Change {
  const { payments = [], refunds = [], events = [] } = parts;
  const others = order.refunds.filter(
    (old) => !refunds.some(({ mchRefundNo }) => mchRefundNo === old.mchRefundNo),
  );
  return {
    order: {
      ...order,
      payments: [...order.payments, ...payments],
      refunds: [...others, ...refunds],
      ...more,
    },
    payments,
    refunds,
    events,
    at: noon + 1000,
  };
}

/** The change that pays an order. */
export function paidBy(order: StoredOrder, payment: Payment): Change {
  const state = { state: 'paid', settledAt: noon + 1000 } as const;
  return changeTo(order, state, {
    payments: [payment],
    events: [{ kind: 'paid', payOrderId: payment.payOrderId }],
  });
}

/** The change that closes an order, so that it gives up its key. */
export function failedOrder(order: StoredOrder): Change {
  return changeTo(
    order,
    { state: 'failed', reason: 'declined', holdsKey: false, settledAt: noon + 1000 },
    { events: [{ kind: 'failed' }] },
  );
}

/** Reads an order that has to be there. */
export async function readStoredOrder(store: OrderStore, mchOrderNo: string): Promise<StoredOrder> {
  const order = await store.read({ mchOrderNo });
  if (order) return order;
  throw new Error(`Order ${mchOrderNo} is not there.`);
}

/** Stores an order and reads it. */
export async function put(
  store: OrderStore,
  mchOrderNo: string,
  more: Partial<StoredOrder> = {},
): Promise<StoredOrder> {
  const isStored = await store.insert(sampleOrder(mchOrderNo, more));
  if (!isStored) throw new Error(`Order ${mchOrderNo} could not be stored.`);
  return readStoredOrder(store, mchOrderNo);
}
