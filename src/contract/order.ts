import { readFields } from './wire';

/** How the customer pays: `PF_CC` (Visa, Mastercard, Interac debit …) or `UPI_EX` (UnionPay ExpressPay). */
export type IotPayChannel = 'PF_CC' | 'UPI_EX';

/**
 * An order as the gateway reports it (docs/gateway-contract.md, section 3). The names are IOTPay's. Only `payOrderId` and
 * `mchOrderNo` are always there, because the gateway leaves out fields that do not apply, and may add others.
 */
export interface IotPayOrder {
  /** The gateway's own order number, e.g. `PC20240101231256043886634219`. */
  payOrderId: string;
  /** The merchant's order number; the `mchRefundNo` for a refund or void. */
  mchOrderNo: string;
  mchId?: string;
  /** The order that a refund or void belongs to. */
  originalOrderId?: string;
  currency?: string;
  /** In whole cents. */
  amount?: number;
  payType?: string;
  /** How much can still be refunded, in whole cents. */
  refundable?: number;
  /** 0 pending, 1 unknown, 2 success, 3 success, 9 failed. Read it with `readOrderStatus`. */
  status?: number;
  /** `YYYY-MM-DD HH:mm:ss`, as the gateway sends it. */
  paySuccTime?: string;
  /** Masked, e.g. `432567******2266`. */
  cardNum?: string;
  /** V, M, D … */
  cardType?: string;
  expiryDate?: string;
  invoiceNum?: string;
  authNum?: string;
  transNum?: string;
  channel?: string;
}

/**
 * The meaning of an order's `status`. `paid` is a payment that succeeded, `refunded` a refund or void that succeeded.
 * Only these two and `failed` are proof. After `pending` and `unknown`, ask again and do not charge again.
 */
export type IotPayOrderState = 'paid' | 'refunded' | 'failed' | 'pending' | 'unknown';

/** The fields that say how an order stands, and whether it is a payment. */
type StateFields = Pick<IotPayOrder, 'status' | 'payType' | 'payOrderId' | 'originalOrderId'>;

/**
 * Reads an order's `status` (docs/gateway-contract.md, section 3). It takes the whole order, because 2 and 3 mean that money
 * came in for a payment, and that it went back for a refund or void. A missing order is `unknown`.
 */
export function readOrderStatus(order: StateFields | undefined): IotPayOrderState {
  switch (order?.status) {
    case 0:
      return 'pending';
    case 2:
    case 3:
      return isRefund(order) ? 'refunded' : 'paid';
    case 9:
      return 'failed';
    default:
      return 'unknown';
  }
}

/**
 * Whether an order gives money back, as a refund or a void does. One of the marks in section 3 of docs/gateway-contract.md
 * is enough, because a shop would ship goods for a refund that it mistakes for a payment.
 */
export function isRefund({ payType, payOrderId, originalOrderId }: Omit<StateFields, 'status'>): boolean {
  return (
    (payType ?? 'pay').toLowerCase() !== 'pay' || originalOrderId !== undefined || /^RP/i.test(payOrderId)
  );
}

/**
 * Reads an order from any value. Numbers that were sent as strings are accepted, and fields of a wrong type are left
 * out. A value that is no order gives `undefined`.
 */
export function readOrder(data: unknown): IotPayOrder | undefined {
  const order = readFields(data);
  return order.payOrderId && order.mchOrderNo ? (order as unknown as IotPayOrder) : undefined;
}
