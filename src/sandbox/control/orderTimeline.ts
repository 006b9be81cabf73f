import type { ConsoleEvent } from '../consoleApi/events';
import type { ConsoleNotification } from '../consoleApi/notifications';
import type { ConsoleOrder, OrderTimeline } from '../consoleApi/orders';
import type { Gateway } from '../gateway';
import { deliveryProblems } from '../notifications/deliveryProblems';
import type { NotificationRecord } from '../notifications/notificationRecord';
import type { LedgerEntry } from '../orders/ledger';
import { consoleOrder } from './consoleOrder';
import { refuse } from './refuse';

/** @throws IotPayError `not_found` */
export function findEntry({ ledger }: Gateway, mchOrderNo: string): LedgerEntry {
  const entry = ledger.find({ mchOrderNo });
  if (!entry) throw refuse('not_found', 'mchOrderNo: no such order');
  return entry;
}

export function consoleNotification(record: NotificationRecord): ConsoleNotification {
  const { nextAt, ...shown } = record;
  return {
    ...shown,
    attempts: [...record.attempts],
    body: { ...record.body },
    ...(nextAt !== undefined && { nextAt: new Date(nextAt).toISOString() }),
  };
}

/** One order with all that has to do with it. */
export function orderTimeline(gateway: Gateway, mchOrderNo: string): OrderTimeline {
  const entry = findEntry(gateway, mchOrderNo);
  const order = consoleOrder(entry, gateway);
  const isRelated = (other: LedgerEntry) =>
    other.paymentNo === mchOrderNo || other.order.mchOrderNo === entry.paymentNo;
  const events = gateway.journal
    .all()
    .map(({ event }) => event)
    .filter((event) => event.mchOrderNo === mchOrderNo || event.paymentNo === mchOrderNo);
  const records = gateway.notifier
    .all()
    .filter((one) => one.mchOrderNo === mchOrderNo || one.paymentNo === mchOrderNo);
  return {
    order,
    related: gateway.ledger
      .all()
      .filter(isRelated)
      .map((other) => consoleOrder(other, gateway)),
    events,
    notifications: records.map(consoleNotification),
    wrong: [...orderProblems(order), ...records.flatMap((one) => notificationProblems(one, events))],
  };
}

function orderProblems({ charges, state, forced }: ConsoleOrder): string[] {
  return [
    charges > 1 && `The customer was charged ${charges} times for it.`,
    state === 'undecided' && 'Nobody at the gateway knows whether it was paid: the shop must go on asking.',
    state === 'pending' && 'It is not decided yet: the shop must not offer to pay again.',
    forced === 'noSuchOrder' && 'Queries are told that there is no such order, until that is taken back.',
  ].filter((problem) => problem !== false);
}

function notificationProblems(record: NotificationRecord, events: readonly ConsoleEvent[]): string[] {
  const { state, attempts, mchOrderNo, notifyUrl } = record;
  if (state === 'delivered') return [];
  const wasAsked = events.some(
    (event) => event.type === 'call' && event.call === 'cc_query' && event.mchOrderNo === mchOrderNo,
  );
  const silence = wasAsked ? [] : ['The shop has not asked with cc_query either.'];
  if (state === 'lost')
    return ['Its notification was lost on purpose: only a query tells the shop.', ...silence];
  const last = attempts.at(-1);
  if (!last) return state === 'undeliverable' ? ['Its notification can’t be sent: see notifyUrl.'] : [];
  const often = attempts.length === 1 ? 'one attempt' : `${attempts.length} attempts`;
  const reason = deliveryProblems(notifyUrl, last).join(' ');
  return [`The shop never acknowledged the notification (${often}). ${reason}`, ...silence];
}
