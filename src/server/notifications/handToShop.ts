import { IotPayError } from '../../contract/error';
import { type IotPayOrder, isRefund, readOrderStatus } from '../../contract/order';
import { compareWithExpected } from './expectedOrder';
import type { NotificationOptions } from './notification';
import type { NotificationOutcome, NotificationReceipt, NotificationReport } from './notificationOutcome';
import { reject } from './problems/rejection';

/**
 * Gives a genuine order to the shop, unless the order is to be turned away after all.
 *
 * @param isOver whether the shop's time is over. A payment that was looked up too late is no longer stored, because the
 *   gateway was answered 500 and sends it again
 * @throws the errors of the shop's functions
 */
export async function handToShop(
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

/**
 * The state that an order proves (docs/gateway-contract.md, "What proves what"): paid by status 2 or 3, failed by status 9, and
 * undecided by any other.
 */
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
