import { readFields } from './wire';

/** How the customer pays: `PF_CC` (Visa, Mastercard, Interac debit …) or `UPI_EX` (UnionPay ExpressPay). */
export type IotPayChannel = 'PF_CC' | 'UPI_EX';

/**
 * An order as the gateway reports it (gateway contract, section 3). Names are IOTPay's own. Only `payOrderId` and
 * `mchOrderNo` are certain to be there: the gateway leaves fields out where they do not apply, and may add others.
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
  /** What can still be refunded, in whole cents. */
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

/** What an order's `status` says. Anything but `paid` and `failed` means: ask again, do not charge again. */
export type IotPayOrderState = 'paid' | 'failed' | 'pending' | 'unknown';

/** Reads an order's `status` as the gateway's own libraries do (gateway contract, section 1). */
export function readOrderStatus(status: number | undefined): IotPayOrderState {
  const states: Record<number, IotPayOrderState> = { 0: 'pending', 2: 'paid', 3: 'paid', 9: 'failed' };
  return states[status ?? 1] ?? 'unknown';
}

/**
 * Reads an order out of anything: numbers sent as strings are accepted, fields of a wrong type are left out, and
 * what is no order at all gives `undefined`.
 */
export function readOrder(data: unknown): IotPayOrder | undefined {
  const order = readFields(data);
  return order.payOrderId && order.mchOrderNo ? (order as unknown as IotPayOrder) : undefined;
}
