import type { IotPay } from 'react-iotpay/server';
import { type QueryResult, ask } from '../gateway/answer';
import { applyAbsence } from '../ledger/applyAbsence';
import { applyRefundAbsence, applyRefundReport } from '../ledger/applyRefund';
import { applyReport } from '../ledger/applyReport';
import { isNews, type Ledger } from '../ledger/ledger';
import { changeOf } from '../ledger/nextOrder';
import type { Change, StoredOrder } from '../stores/store';

/** The order after the gateway was asked, and the error if a question brought nothing. */
export interface Asked {
  readonly order: StoredOrder;
  /** The gateway's answer about the order itself, or undefined if it was not asked about that. */
  readonly answer: QueryResult | undefined;
  readonly error?: unknown;
}

type Asking = Ledger & { readonly iotpay: Pick<IotPay, 'query'> };

/**
 * Asks the gateway once about everything that is not decided: the order itself, and its refunds.
 *
 * @param reschedule whether the time of the next question is saved even if nothing else is new
 */
export async function askAbout(ledger: Asking, held: StoredOrder, reschedule: boolean): Promise<Asked> {
  let order = held;
  let error: unknown;
  let answer: QueryResult | undefined;

  async function take(decide: (order: StoredOrder, now: number) => Change): Promise<void> {
    order = await ledger.move(
      order.mchOrderNo,
      (before, now) => {
        const change = decide(before, now);
        return reschedule || isNews(before, change) ? change : undefined;
      },
      order,
    );
  }

  const pending = order.refunds.filter(({ state }) => state === 'pending');
  if (isUnpaid(order)) {
    answer = await ask(ledger.iotpay, { mchOrderNo: order.mchOrderNo });
    if (answer.kind === 'nothing') error = answer.error;
    const said = answer;
    await take((before, now) => readAnswer(before, said, now));
  }
  for (const { mchRefundNo } of pending) {
    const said = await ask(ledger.iotpay, { mchOrderNo: mchRefundNo });
    if (said.kind === 'nothing') error = said.error;
    await take((before, now) => readRefundAnswer(before, mchRefundNo, said, now));
  }
  // Another process has decided it meanwhile. Without this it would stay due.
  if (reschedule && !answer && pending.length === 0) await take((before, now) => changeOf(before, {}, now));
  return { order, answer, error };
}

function isUnpaid({ state }: StoredOrder): boolean {
  return state === 'open' || state === 'failed' || state === 'expired';
}

function readAnswer(order: StoredOrder, answer: QueryResult, now: number): Change {
  if (answer.kind === 'report') return applyReport(order, answer.report, now);
  if (answer.kind === 'no_such_order') return applyAbsence(order, now);
  return changeOf(order, {}, now);
}

function readRefundAnswer(order: StoredOrder, mchRefundNo: string, answer: QueryResult, now: number): Change {
  if (answer.kind === 'report') return applyRefundReport(order, answer.report, now);
  const refund = order.refunds.find((one) => one.mchRefundNo === mchRefundNo);
  if (answer.kind === 'no_such_order' && refund) return applyRefundAbsence(order, refund, now);
  return changeOf(order, {}, now);
}
