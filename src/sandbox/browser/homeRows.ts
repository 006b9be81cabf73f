import { readOrderStatus, type IotPayOrder } from '../../contract/order';
import { formatAmount } from './money';

/** One line of the lists on the sandbox's page. */
export interface Row {
  title: string;
  amount: string;
  badge: string;
  tone: 'good' | 'bad' | 'wait';
  details: string;
}

/** An order as `GET /_sandbox/orders` lists it. */
export type ListedOrder = IotPayOrder & { subject?: string };

/** A notification as `GET /_sandbox/notifications` lists it. */
export interface ListedNotification {
  mchOrderNo: string;
  notifyUrl: string;
  state: 'waiting' | 'delivered' | 'undeliverable';
  attempts: { httpStatus?: number; answer?: string; error?: string }[];
}

const orderBadges = {
  paid: ['Paid', 'good'],
  failed: ['Failed', 'bad'],
  pending: ['Pending', 'wait'],
  unknown: ['Unknown', 'wait'],
} as const;

export function describeOrder(order: ListedOrder): Row {
  const [badge, tone] = orderBadges[readOrderStatus(order.status)];
  const details = [
    order.subject,
    order.channel,
    order.cardNum,
    `status ${order.status ?? '?'}`,
    order.paySuccTime,
    order.payOrderId,
  ];
  return {
    title: order.mchOrderNo,
    amount: formatAmount(order.amount ?? 0, order.currency ?? 'CAD'),
    badge,
    tone,
    details: details.filter(Boolean).join(' · '),
  };
}

const notificationBadges = {
  waiting: ['Waiting', 'wait'],
  delivered: ['Delivered', 'good'],
  undeliverable: ['Undeliverable', 'bad'],
} as const;

function describeAnswer({ state, attempts }: ListedNotification): string {
  if (state === 'undeliverable') return 'not sent: the sandbox calls only this computer';
  const last = attempts.at(-1);
  if (!last) return 'not sent yet';
  const count = attempts.length === 1 ? '1 attempt' : `${attempts.length} attempts`;
  return `${count} · ${last.error ?? `HTTP ${last.httpStatus ?? '?'} “${last.answer ?? ''}”`}`;
}

export function describeNotification(notification: ListedNotification): Row {
  const [badge, tone] = notificationBadges[notification.state];
  return {
    title: notification.mchOrderNo,
    amount: '',
    badge,
    tone,
    details: `${notification.notifyUrl} · ${describeAnswer(notification)}`,
  };
}
