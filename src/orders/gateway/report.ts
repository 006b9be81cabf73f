import { type IotPayOrder, type IotPayOrderState, readOrderStatus } from 'react-iotpay/server';

/** What the gateway says of a payment, a refund or a void: from a verified notification, an answer, or a question. */
export interface Report {
  readonly payOrderId: string;
  /** The shop's number: of the order, or of the refund or void. */
  readonly mchOrderNo: string;
  /** The payment that a refund or void belongs to. */
  readonly originalOrderId: string | undefined;
  readonly isRefund: boolean;
  readonly status: 'paid' | 'failed' | 'pending' | 'unknown';
  readonly amount: number | undefined;
  readonly currency: string | undefined;
  readonly cardNum: string | undefined;
  /** Cents that the gateway would still give back. */
  readonly refundable: number | undefined;
}

/** By every mark that the gateway contract's section 3 gives a refund or void: one that passes for a payment would be shipped. */
function isRefund({ payType, payOrderId, originalOrderId }: IotPayOrder): boolean {
  return (
    (payType ?? 'pay').toLowerCase() !== 'pay' || originalOrderId !== undefined || /^RP/i.test(payOrderId)
  );
}

const statuses: Readonly<Record<string, Report['status']>> = {
  paid: 'paid',
  refunded: 'paid',
  failed: 'failed',
  pending: 'pending',
} satisfies Partial<Record<IotPayOrderState | 'refunded', Report['status']>>;

export function reportOf(order: IotPayOrder): Report {
  return {
    payOrderId: order.payOrderId,
    mchOrderNo: order.mchOrderNo,
    originalOrderId: order.originalOrderId,
    isRefund: isRefund(order),
    status: statuses[readOrderStatus(order.status)] ?? 'unknown',
    amount: order.amount,
    currency: order.currency,
    cardNum: order.cardNum,
    refundable: order.refundable,
  };
}
