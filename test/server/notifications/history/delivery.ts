import type { NotificationMessage } from '../../../../src/server/index';
import { merchantKey, paidOrder } from '../../gateway/gatewayDouble';
import { signed } from '../notificationDouble';

/** The gateway's report about an order. */
export const reports = [
  'paid',
  'paid otherwise',
  'failed',
  'pending',
  'nothing',
  'refund',
  'failed refund',
  'underpaid',
  'unpriced',
] as const;
export type DeliveryReport = (typeof reports)[number];

/** The fate of a notification on its way: nothing, or something that leaves no proof. */
export const changes = [
  'genuine',
  'another key',
  'no sign',
  'altered',
  'field added',
  'field removed',
  'nested',
  'too many fields',
  'too large',
  'cut off',
  'sign of another',
] as const;
export type DeliveryChange = (typeof changes)[number];

export const formats = ['text', 'bytes', 'form', 'parsed'] as const;
export type Format = (typeof formats)[number];

/** One delivery of a history: the shop's order, the report about it, and how it arrives. */
export interface Delivery {
  readonly order: number;
  readonly report: DeliveryReport;
  readonly change: DeliveryChange;
  readonly format: Format;
}

export const payOrderIdOf = (order: number) => `PC${order}`;
export const mchOrderNoOf = (order: number) => `A-${order}`;

const fieldsOf: Readonly<Record<DeliveryReport, object>> = {
  paid: {},
  'paid otherwise': { status: 3, amount: '1999.00' },
  failed: { status: 9 },
  pending: { status: 0 },
  nothing: { status: undefined },
  refund: { payType: 'refund' },
  'failed refund': { payType: 'refund', status: 9 },
  underpaid: { amount: 1 },
  unpriced: { amount: undefined },
};

export function messageOf({ order, report, change, format }: Delivery): NotificationMessage {
  const fields = {
    ...paidOrder,
    payOrderId: payOrderIdOf(order),
    mchOrderNo: mchOrderNoOf(order),
    ...fieldsOf[report],
  };
  const sent = changed(JSON.parse(JSON.stringify(fields)) as Record<string, unknown>, change);
  return { body: cutOff(bodyOf(sent, format), change) };
}

function changed(fields: Record<string, unknown>, change: DeliveryChange): Record<string, unknown> {
  const genuine = signed(fields);
  switch (change) {
    case 'another key':
      return signed(fields, `${merchantKey}x`);
    case 'no sign':
      return fields;
    case 'altered':
      return { ...genuine, mchOrderNo: 'A-0', amount: 1999, status: 2, payType: 'pay', cardType: 'X' };
    case 'field added':
      return { ...genuine, extra: '1' };
    case 'field removed':
      return { ...genuine, cardType: undefined };
    case 'nested':
      return { ...genuine, extra: { a: [1] } };
    case 'too many fields':
      return { ...genuine, ...Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`f${at}`, '1'])) };
    case 'too large':
      return { ...genuine, extra: 'x'.repeat(100_000) };
    case 'sign of another':
      return { ...genuine, sign: signed({ ...fields, payOrderId: 'PC-other' }).sign };
    default:
      return genuine;
  }
}

function bodyOf(fields: Record<string, unknown>, format: Format): NonNullable<NotificationMessage['body']> {
  const json = JSON.stringify(fields);
  const present = JSON.parse(json) as Record<string, unknown>;
  switch (format) {
    case 'text':
      return json;
    case 'bytes':
      return new TextEncoder().encode(json);
    case 'form':
      return new URLSearchParams(present as Record<string, string>).toString();
    case 'parsed':
      return present;
  }
}

/** A parsed body can't be cut off, so its sign is. */
function cutOff(body: NonNullable<NotificationMessage['body']>, change: DeliveryChange) {
  if (change !== 'cut off') return body;
  return typeof body === 'string' || body instanceof Uint8Array
    ? body.slice(0, -5)
    : { ...body, sign: undefined };
}
