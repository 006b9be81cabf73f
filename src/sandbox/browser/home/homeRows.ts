import { readOrderStatus, type IotPayOrder } from '../../../contract/order';
import { formatAmount } from './money';

/** One line of the lists on the sandbox's page. */
export interface Row {
  title: string;
  amount: string;
  badge: string;
  tone: 'good' | 'bad' | 'wait' | 'back';
  details: string;
  /** The payment that a button of this row settles. */
  settle?: string;
}

/** An order as `GET /_sandbox/orders` lists it. */
export type ListedOrder = IotPayOrder & {
  subject?: string;
  kind: 'payment' | 'refund' | 'void';
  settlement?: 'open' | 'settled' | 'void';
};

const stateBadges = {
  paid: ['Paid', 'good'],
  refunded: ['Refunded', 'back'],
  failed: ['Failed', 'bad'],
  pending: ['Pending', 'wait'],
  unknown: ['Unknown', 'wait'],
} as const;

const settlements = { open: 'not settled yet', settled: 'settled', void: '' } as const;

function badgeOf(order: ListedOrder) {
  const { kind, settlement, refundable, amount } = order;
  if (kind === 'refund') return ['Refund', 'back'] as const;
  if (kind === 'void') return ['Void', 'back'] as const;
  if (settlement === 'void') return ['Voided', 'back'] as const;
  if (settlement === 'settled' && refundable !== amount) {
    return [refundable === 0 ? 'Refunded' : 'Partly refunded', 'back'] as const;
  }
  return stateBadges[readOrderStatus(order)];
}

/** A line for each order; refunds and voids say in the merchant's words what they belong to. */
export function describeOrders(orders: readonly ListedOrder[]): Row[] {
  const numbers = new Map(orders.map(({ payOrderId, mchOrderNo }) => [payOrderId, mchOrderNo]));
  return orders.map((order) => describeOrder(order, numbers.get(order.originalOrderId ?? '')));
}

function describeOrder(order: ListedOrder, originalNo: string | undefined): Row {
  const { kind, settlement, mchOrderNo, amount = 0, refundable = 0, currency = 'CAD' } = order;
  const [badge, tone] = badgeOf(order);
  const sum = formatAmount(amount, currency);
  const details = [
    kind !== 'payment' && `of ${originalNo ?? order.originalOrderId ?? '?'}`,
    order.subject,
    order.channel,
    order.cardNum,
    `status ${order.status ?? '?'}`,
    order.paySuccTime,
    settlement && settlements[settlement],
    settlement === 'settled' && `${formatAmount(refundable, currency)} refundable`,
    order.payOrderId,
  ];
  return {
    title: mchOrderNo,
    amount: kind === 'payment' ? sum : `−${sum}`,
    badge,
    tone,
    details: details.filter(Boolean).join(' · '),
    ...(settlement === 'open' && { settle: mchOrderNo }),
  };
}
