import type { IotPayChannel } from 'react-iotpay/server';
import type { OrderState } from '../contract/shopRoutes';

/** How the customer pays: in IOTPay's form or on its page, with a saved card, or with Apple Pay or Google Pay. */
export type OrderMethod = 'form' | 'saved_card' | 'wallet';

/**
 * Why an order was closed without a payment: the gateway calls it failed; the form's hour was over and nothing had been
 * paid; the gateway said for an hour that the charge had never arrived; or the charge was never sent.
 */
export type CloseReason = 'declined' | 'hour_over' | 'never_arrived' | 'not_sent';

/** Why a payment pays for nothing: another one has paid before, or its amount is not the order's. */
export type SurplusReason = 'paid_before' | 'amount_differs';

/** Money that the gateway proved to have come in for an order. */
export interface Payment {
  /** The gateway's own number, by which the payment is refunded. */
  payOrderId: string;
  /** Whole cents. */
  amount: number;
  currency: string;
  /** Masked, e.g. `432567******2266`. */
  cardNum?: string | undefined;
  /** Set if this payment pays for nothing and has to be refunded. */
  surplus?: SurplusReason | undefined;
  /** When the shop heard of it, in epoch milliseconds. */
  recordedAt: number;
}

export type RefundState = 'pending' | 'succeeded' | 'failed';

/**
 * Money on its way back, or back. A `pending` refund reserves its cents, so that no other refund gives back the same
 * ones.
 */
export interface Refund {
  /** The shop's number of the refund at the gateway. */
  mchRefundNo: string;
  /** The payment that it is taken from. */
  payOrderId: string;
  /**
   * The shop's name for this refund. A refund that was made elsewhere has none, for example one in IOTPay's own
   * console.
   */
  key?: string | undefined;
  /** A void leaves nothing on the customer's statement. */
  kind: 'void' | 'refund';
  /** Whole cents. */
  amount: number;
  state: RefundState;
  /** Why it failed, in the gateway's words or the library's. */
  reason?: string | undefined;
  /** Epoch milliseconds. */
  createdAt: number;
  settledAt?: number | undefined;
  /** Since when the gateway says that there is no such refund, in epoch milliseconds, and how often it has said so. */
  absentSince?: number | undefined;
  absences?: number | undefined;
}

/** An order of the shop, as far as it is proved. */
export interface Order<Data = unknown> {
  /** The order number at the gateway. */
  mchOrderNo: string;
  /** The shop's name for the sale. One key is paid at most once. */
  key: string;
  customer?: string | undefined;
  /** Whole cents. */
  amount: number;
  currency: 'CAD';
  /** The shop's own JSON. */
  data: Data;
  method: OrderMethod;
  channel?: IotPayChannel | undefined;
  state: OrderState;
  /** Whether it was paid after it had been closed. */
  late: boolean;
  /** Whether a person has to look at it, because there is money to give back, or no decision after a week. */
  attention: boolean;
  reason?: CloseReason | undefined;
  payments: readonly Payment[];
  refunds: readonly Refund[];
  /** Epoch milliseconds. */
  createdAt: number;
  /** When it last changed its state, in epoch milliseconds. */
  settledAt?: number | undefined;
}

/** The payment that pays for the order. If the order was only paid in surplus, that payment. */
export function paymentOf({ payments }: Pick<Order, 'payments'>): Payment | undefined {
  return (
    payments.find(({ surplus }) => !surplus) ??
    payments.find(({ surplus }) => surplus === 'paid_before') ??
    payments[0]
  );
}

/** Whether the ordered amount has come in, for the order or as a second payment. */
export function isPaid({ payments }: Pick<Order, 'payments'>): boolean {
  return payments.some(({ surplus }) => surplus !== 'amount_differs');
}

/** Whether all the money that came in for an order went back. */
export function isGivenBack(order: Pick<Order, 'payments' | 'refunds'>): boolean {
  return order.payments.every(({ payOrderId, amount }) => returnedOf(order, payOrderId) >= amount);
}

/** How many cents of a payment are given back. With `pending`, cents on their way count too. */
export function returnedOf(
  order: Pick<Order, 'refunds'>,
  payOrderId: string,
  states: readonly RefundState[] = ['succeeded'],
): number {
  return order.refunds
    .filter((refund) => refund.payOrderId === payOrderId && states.includes(refund.state))
    .reduce((sum, { amount }) => sum + amount, 0);
}

export function refundOf(order: Pick<Order, 'refunds'>, mchRefundNo: string): Refund | undefined {
  return order.refunds.find((refund) => refund.mchRefundNo === mchRefundNo);
}
