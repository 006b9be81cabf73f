import { type IotPayOrder, type IotPayOrderState, isRefund, readOrderStatus } from '../../contract/order';

/** The gateway's report about a payment, a refund or a void, from a verified notification, an answer, or a question. */
export interface Report {
  readonly payOrderId: string;
  /** The shop's number of the order, or of the refund or void. */
  readonly mchOrderNo: string;
  /** The payment that a refund or void belongs to. */
  readonly originalOrderId: string | undefined;
  readonly isRefund: boolean;
  readonly status: 'paid' | 'failed' | 'pending' | 'unknown';
  readonly amount: number | undefined;
  readonly currency: string | undefined;
  readonly cardNum: string | undefined;
  /** How much the gateway would still give back, in cents. */
  readonly refundable: number | undefined;
}

const statuses: Readonly<Record<IotPayOrderState, Report['status']>> = {
  paid: 'paid',
  refunded: 'paid',
  failed: 'failed',
  pending: 'pending',
  unknown: 'unknown',
};

export function reportOf(order: IotPayOrder): Report {
  return {
    payOrderId: order.payOrderId,
    mchOrderNo: order.mchOrderNo,
    originalOrderId: order.originalOrderId,
    isRefund: isRefund(order),
    status: statuses[readOrderStatus(order)],
    amount: order.amount,
    currency: order.currency,
    cardNum: order.cardNum,
    refundable: order.refundable,
  };
}

/** Whether no payment has begun. The gateway knows no card before the customer has typed it. */
export function isUntouched({ status, cardNum }: Report): boolean {
  return status === 'pending' && cardNum === undefined;
}
