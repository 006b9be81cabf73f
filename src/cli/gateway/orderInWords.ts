import { type IotPayOrder, readOrderStatus } from '../../contract/order';

/** The outcome of an order, and its proof (docs/gateway-contract.md, "What proves what"). */
export interface OrderKnowledge {
  readonly outcome: 'paid' | 'refunded' | 'failed' | 'unknown';
  /** One or two sentences. */
  readonly words: string;
}

/** The proof that the order in the gateway's answer gives. */
export function orderInWords(order: IotPayOrder): OrderKnowledge {
  const name = `Order ${order.mchOrderNo}`;
  const status = `status ${order.status ?? 'missing'}`;
  const sum =
    order.amount === undefined
      ? ''
      : ` (${dollars(order.amount)} ${order.currency ?? ''})`.replace(' )', ')');
  switch (readOrderStatus(order)) {
    case 'paid':
      return {
        outcome: 'paid',
        words: `${name} is paid${sum}: the gateway's ${status} proves it.${refundable(order)}`,
      };
    case 'refunded':
      return {
        outcome: 'refunded',
        words: `${name} gave money back${sum}: the gateway's ${status} proves it.`,
      };
    case 'failed':
      return {
        outcome: 'failed',
        words: `${name} has failed${sum}: ${status} proves that it can't be paid any more.`,
      };
    case 'pending':
      return {
        outcome: 'unknown',
        words: `Nobody knows yet how ${name} ends${sum}: it is pending (${status}). Ask again later, and don't charge again.`,
      };
    case 'unknown':
      return {
        outcome: 'unknown',
        words: `Nobody knows yet how ${name} ends${sum}: ${status} proves nothing. Ask again later, and don't charge again.`,
      };
  }
}

/** A FAIL to the question proves nothing about the payment. */
export function refusalInWords(mchOrderNo: string, code: string): string {
  return code === 'order_not_found'
    ? `The gateway does not know ${mchOrderNo}, or not yet. That is no proof that nothing was paid: the call that makes the order may still be on its way. Only if the gateway says so again and again, over an hour at least, has it never arrived.`
    : `The gateway refused the question about ${mchOrderNo}. That says nothing about the payment.`;
}

function refundable({ amount, refundable: left }: IotPayOrder): string {
  if (left === undefined || left === amount) return '';
  return ` Of it, ${dollars(left)} can still be given back.`;
}

function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}
