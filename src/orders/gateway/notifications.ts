import { createNotificationHandler, type IotPayOrder, type NotificationHandler } from 'react-iotpay/server';
import type { OrdersIotPay, OrdersOptions } from '../options';
import { type Report, reportOf } from './report';

interface NotificationParts {
  readonly iotpay: OrdersIotPay;
  /** Saves the report of a genuine notification. If it throws, the gateway sends the notification again. */
  readonly receive: (report: Report) => Promise<unknown>;
  /** The shop's own log. Without it the notification handler writes to the console, at a limited rate. */
  readonly onError: OrdersOptions['onError'];
}

/**
 * The route for the gateway's notifications. The handler does not compare amounts, because the ledger does, and also
 * keeps payments that differ.
 */
export function notificationsFor({ iotpay, receive, onError }: NotificationParts): NotificationHandler {
  const take = (order: IotPayOrder) => receive(reportOf(order));
  return createNotificationHandler({
    iotpay,
    expect: false,
    onPayment: take,
    onRefund: take,
    onOther: take,
    onReject: onError && (({ message }) => onError(new Error(`A notification was turned away: ${message}`))),
    onError: onError && ((error) => onError(error)),
  });
}
