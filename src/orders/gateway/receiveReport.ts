import { IotPayOrdersError } from '../errors';
import { applyRefundReport } from '../ledger/applyRefund';
import { applyReport } from '../ledger/applyReport';
import { isNews, type Ledger } from '../ledger/ledger';
import type { StoredOrder } from '../stores/store';
import type { Report } from './report';

/**
 * Saves the report of a genuine notification, any number of times and in any order.
 *
 * @throws IotPayOrdersError `unknown_order`. The gateway then sends it again, and the order may exist by then.
 */
export async function receiveReport(ledger: Ledger, report: Report): Promise<StoredOrder> {
  const order = await orderOf(ledger, report);
  const apply = report.isRefund ? applyRefundReport : applyReport;
  return ledger.move(
    order.mchOrderNo,
    (before, now) => {
      const change = apply(before, report, now);
      return isNews(before, change) ? change : undefined;
    },
    order,
  );
}

async function orderOf({ store }: Ledger, report: Report): Promise<StoredOrder> {
  const { mchOrderNo, originalOrderId, isRefund } = report;
  const order = isRefund
    ? ((await store.read({ mchRefundNo: mchOrderNo })) ??
      (originalOrderId && (await store.read({ payOrderId: originalOrderId }))))
    : await store.read({ mchOrderNo });
  if (order) return order;
  throw new IotPayOrdersError('unknown_order', `The gateway reports ${mchOrderNo}, which is not known here.`);
}
