import { createNotificationHandler } from 'react-iotpay/server';
import { iotpay } from '../../../shop/iotpay';
import { decideOrder, findOrder } from '../../../shop/orders';

const notifications = createNotificationHandler({
  iotpay,
  // What was ordered. A genuine notification of another amount, or of an order that is not ours, pays nothing.
  expect: ({ mchOrderNo }) => findOrder(mchOrderNo),
  // IOTPay is told `success` only when this is done. If it throws, the notification comes again.
  onPayment: ({ mchOrderNo }) => decideOrder(mchOrderNo, 'paid', 'notification'),
  onReject: ({ reason, message }) => console.warn(`IOTPay notification refused (${reason}): ${message}`),
  onError: (error) => console.error('IOTPay notification not stored:', error),
});

/** Where IOTPay says that an order is paid: the `notifyUrl` of every purchase. */
export const POST = notifications.fetch;
