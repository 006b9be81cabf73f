import type { IotPayOrder } from '../../../contract/order';
import type { NotificationFault, NotificationRejection } from '../notificationOutcome';

const statuses: Readonly<Record<NotificationFault, number>> = {
  wrong_method: 405,
  malformed: 400,
  too_large: 413,
  body_already_read: 500,
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
