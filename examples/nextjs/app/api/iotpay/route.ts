import { createNotificationHandler } from 'react-iotpay/server';
import { applyReport } from '../../../shop/applyReport';
import { iotpay } from '../../../shop/iotpay';
import { findOrder } from '../../../shop/orders';

const notifications = createNotificationHandler({
  iotpay,
  // What was ordered. A genuine notification of another amount, or of an order that is not ours, pays nothing.
  expect: ({ mchOrderNo }) => findOrder(mchOrderNo),
  // IOTPay is told `success` only when this is done. If it throws, the notification comes again.
  onPayment: (report) => applyReport(report, 'notification'),
  // What has failed, or is not decided yet.
  onOther: (report) => findOrder(report.mchOrderNo) && applyReport(report, 'notification'),
  onReject: ({ reason, message }) => console.warn(`IOTPay notification refused (${reason}): ${message}`),
  onError: (error) => console.error('IOTPay notification not stored:', error),
});

/** Where IOTPay says that an order is paid: the `notifyUrl` of every purchase. */
export const POST = notifications.fetch;
