import { type IotPayOrder, readOrder, readOrderStatus } from '../../contract/order';
import { textOf } from '../../contract/wire';
import type { SignParams } from '../signing/canonical';
import type {
  ExpectedOrder,
  NotificationFault,
  NotificationOptions,
  NotificationReceipt,
  NotificationRejection,
} from './notification';

const statuses: Readonly<Record<NotificationFault, number>> = {
  malformed: 400,
  too_large: 413,
  sign_missing: 401,
  sign_malformed: 401,
  sign_mismatch: 401,
  key_white_space: 401,
  body_re_encoded: 401,
  wrong_merchant: 403,
  unknown_order: 404,
  order_mismatch: 409,
  not_settled: 409,
};

export function reject(
  reason: NotificationFault,
  message: string,
  order?: IotPayOrder,
): NotificationRejection {
  return { reason, message, status: statuses[reason], ...(order && { order }) };
}

export type Authenticated =
  | { readonly order: IotPayOrder; readonly receipt: NotificationReceipt }
  | { readonly rejection: NotificationRejection };

/** Whether the gateway sent these fields, to this merchant, and what order they report (gateway contract, section 4). */
export function authenticate(fields: SignParams, iotpay: NotificationOptions['iotpay']): Authenticated {
  const check = iotpay.checkSignature(fields);
  const isOurs = textOf(fields.mchId) === iotpay.mchId;
  if (!check.valid) {
    const hint = isOurs ? '' : ' It does not name your mchId either.';
    return { rejection: reject(check.reason, check.message + hint) };
  }
  const order = readOrder(fields);
  if (!order) {
    return { rejection: reject('malformed', 'The notification is signed, but reports no order.') };
  }
  if (!isOurs) {
    return {
      rejection: reject('wrong_merchant', 'The notification is for another mchId than yours.', order),
    };
  }
  return { order, receipt: { keyIndex: check.keyIndex } };
}

/** `paid` is a payment that succeeded, `refunded` a refund or void that did; `dead` failed, `open` may still become anything. */
export type NotificationKind = 'paid' | 'refunded' | 'dead' | 'open';

export function kindOf(order: IotPayOrder): NotificationKind {
  const state = readOrderStatus(order);
  if (state === 'failed') return 'dead';
  return state === 'paid' || state === 'refunded' ? state : 'open';
}

/** Compares a payment with what the shop ordered. A field that the notification lacks is a difference too. */
export function compare(
  order: IotPayOrder,
  expected: ExpectedOrder | null | undefined,
): NotificationRejection | undefined {
  if (!expected) return reject('unknown_order', 'The shop knows no order of this mchOrderNo.', order);
  const { amount, currency = 'CAD', mchOrderNo = order.mchOrderNo } = expected;
  const differing = [
    order.amount !== amount && 'amount',
    order.currency !== currency && 'currency',
    order.mchOrderNo !== mchOrderNo && 'mchOrderNo',
  ].filter((name) => name !== false);
  if (differing.length === 0) return undefined;
  return reject(
    'order_mismatch',
    `What was paid is not what was ordered: ${differing.join(', ')} differ.`,
    order,
  );
}
