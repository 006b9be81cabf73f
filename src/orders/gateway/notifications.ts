import { createNotificationHandler, type IotPayOrder, type NotificationHandler } from 'react-iotpay/server';
import type { OrdersIotPay } from '../options';
import { type Report, reportOf } from './report';

interface NotificationParts {
  readonly iotpay: OrdersIotPay;
  /** Saves what a genuine notification reports. If it throws, the gateway sends the notification again. */
  readonly receive: (report: Report) => Promise<unknown>;
  readonly onError: (error: unknown) => unknown;
}

type Options = Parameters<typeof createNotificationHandler>[0];

/** The route for the gateway's notifications. What was ordered is compared by the ledger, which also keeps what differs. */
export function notificationsFor({ iotpay, receive, onError }: NotificationParts): NotificationHandler {
  const take = (order: IotPayOrder) => receive(reportOf(order));
  const options = {
    iotpay,
    expect: false,
    onPayment: take,
    onRefund: take,
    onOther: take,
    onReject: ({ message }: { message: string }) =>
      onError(new Error(`A notification was turned away: ${message}`)),
    onError,
  };
  return createNotificationHandler(options as unknown as Options);
}
