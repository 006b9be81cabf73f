import { IotPayError } from '../../contract/error';
import { type IotPayOrder, isRefund, readOrderStatus } from '../../contract/order';
import { compareWithExpected } from './expectedOrder';
import type { NotificationOptions } from './notification';
import type { NotificationOutcome, NotificationReceipt, NotificationReport } from './notificationOutcome';
import { reject } from './problems/rejection';

/**
 * Hands a genuine order to the shop, unless it is to be turned away after all.
 *
 * @param isOver whether the shop's time is over: a payment that was looked up too late is not stored any more, because the gateway was
 * answered 500 and sends it again
 * @throws whatever the shop's functions throw
 */
export async function deliver(
  options: NotificationOptions,
  order: IotPayOrder,
  receipt: NotificationReceipt,
  isOver: () => boolean,
): Promise<NotificationOutcome> {
  const status = statusOf(order);
  switch (status) {
    case 'paid': {
      const rejection = options.expect ? await compareWithExpected(order, options.expect) : undefined;
      if (rejection) return { status: 'rejected', rejection };
      if (isOver()) throw new IotPayError('timeout', 'expect found the order too late.');
      await options.onPayment(order, receipt);
      break;
    }
    case 'refunded':
      await options.onRefund?.(order, receipt);
      break;
    case 'failed':
    case 'refund_failed':
      await options.onOther?.(order, receipt);
      break;
    case 'undecided':
      if (!options.onOther) {
        const rejection = reject('not_settled', 'The order is neither paid nor failed yet.', order);
        return { status: 'rejected', rejection };
      }
      await options.onOther(order, receipt);
  }
  return { status, order, receipt };
}

/** What an order proves (docs/gateway-contract.md, "What proves what"): paid by status 2 or 3, failed by status 9, and nothing by any other. */
function statusOf(order: IotPayOrder): NotificationReport['status'] {
  const state = readOrderStatus(order);
  switch (state) {
    case 'paid':
    case 'refunded':
      return state;
    case 'failed':
      return isRefund(order) ? 'refund_failed' : 'failed';
    default:
      return 'undecided';
  }
}
