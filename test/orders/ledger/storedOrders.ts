import type { Report } from '../../../src/orders/gateway/report';
import type { Payment, Refund } from '../../../src/orders/order';
import type { StoredOrder } from '../../../src/orders/stores/store';

export const second = 1000;
export const minute = 60_000;
export const hour = 3_600_000;
export const day = 86_400_000;

/** When the orders here are opened. */
export const start = Date.UTC(2024, 4, 17, 12);

/** When the form's hour and the half-hour for the gateway's decision are over. */
export const decided = start + 90 * minute;

/** An order whose form was opened at `start`. */
export function formOrder(changes: Partial<StoredOrder> = {}): StoredOrder {
  return {
    ...chargeOrder(),
    method: 'form',
    secureId: 'secure-1',
    redirectUrl: 'https://pay.example/1',
    payableUntil: start + hour,
    ...changes,
  };
}

/** An order whose saved card was charged at `start`. */
export function chargeOrder(changes: Partial<StoredOrder> = {}): StoredOrder {
  return {
    mchOrderNo: 'O1',
    key: 'cart-1',
    customer: 'ann',
    amount: 2434,
    currency: 'CAD',
    data: { cartId: 1 },
    method: 'saved_card',
    channel: 'PF_CC',
    state: 'open',
    late: false,
    attention: false,
    payments: [],
    refunds: [],
    createdAt: start,
    version: 3,
    holdsKey: true,
    keyHeldBy: 'O1',
    asks: 0,
    absences: 0,
    ...changes,
  };
}

export const payment: Payment = {
  payOrderId: 'P1',
  amount: 2434,
  currency: 'CAD',
  cardNum: '432567******2266',
  surplus: undefined,
  recordedAt: start + minute,
};

/** A form that was paid a minute after `start`. */
export function paidOrder(changes: Partial<StoredOrder> = {}): StoredOrder {
  return formOrder({
    state: 'paid',
    settledAt: start + minute,
    payments: [payment],
    keyPaidBy: 'O1',
    secureId: undefined,
    redirectUrl: undefined,
    ...changes,
  });
}

export const pendingRefund: Refund = {
  mchRefundNo: 'R1',
  payOrderId: 'P1',
  key: 'return-1',
  kind: 'refund',
  amount: 2434,
  state: 'pending',
  createdAt: start + 2 * minute,
};

/** The gateway's report about the payment of these orders. */
export function report(changes: Partial<Report> = {}): Report {
  return {
    payOrderId: 'P1',
    mchOrderNo: 'O1',
    originalOrderId: undefined,
    isRefund: false,
    status: 'paid',
    amount: 2434,
    currency: 'CAD',
    cardNum: '432567******2266',
    refundable: 2434,
    ...changes,
  };
}

/** The gateway's report about the refund of the whole payment. */
export function refundReport(changes: Partial<Report> = {}): Report {
  return report({
    payOrderId: 'RP1',
    mchOrderNo: 'R1',
    originalOrderId: 'P1',
    isRefund: true,
    refundable: 0,
    ...changes,
  });
}
