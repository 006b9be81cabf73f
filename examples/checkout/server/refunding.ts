import {
  createOrderNo,
  type IotPay,
  type IotPayOrder,
  isIotPayServerError,
  readOrderStatus,
} from 'react-iotpay/server';
import { HttpError } from './httpError';
import type { Order } from './orders';
import type { Refund, Refunds } from './refunds';
import { stillArrivingMs } from './stillArriving';

/** Gives money back, and turns what the gateway says about it into the state of the shop's refunds. */
export interface Refunding {
  /**
   * Voids the payment or refunds a part of it, whichever the gateway still lets the shop do.
   *
   * @throws HttpError if it is known that nothing was given back
   */
  giveBack(order: Order, wish: { refundKey: string; amount: number; left: number }): Promise<Refund>;
  /** Applies a report that is known to come from the gateway. Any number of times: the first one counts. */
  apply(report: IotPayOrder): Promise<Refund>;
  /** Asks the gateway once about a refund, for somebody who waits for the answer. */
  ask(refund: Refund): Promise<Refund>;
  /** Asks about a refund that nobody waits for, with some patience. */
  settle(refund: Refund, signal: AbortSignal): Promise<Refund>;
}

interface RefundingParts {
  iotpay: Pick<IotPay, 'query' | 'refund' | 'voidPayment' | 'waitForResult'>;
  refunds: Refunds;
  notifyUrl: string;
  log: (problem: unknown) => void;
}

export function createRefunding({ iotpay, refunds, notifyUrl, log }: RefundingParts): Refunding {
  async function apply(report: IotPayOrder): Promise<Refund> {
    const refund = await refunds.find(report.mchOrderNo);
    if (!refund) throw new Error(`The gateway spoke of refund ${report.mchOrderNo}, which is not ours.`);
    if (report.amount !== undefined && report.amount !== refund.amount) {
      throw new Error(
        `Refund ${refund.mchRefundNo} is not what was asked for: ${refund.amount} cents, not ${report.amount}.`,
      );
    }
    const state = readOrderStatus(report);
    if (state === 'refunded') return refunds.settle(refund.mchRefundNo, 'succeeded');
    return state === 'failed' ? refunds.settle(refund.mchRefundNo, 'failed') : refund;
  }

  /** Sent exactly once: where the answer is lost, the refund stays pending, and its number is asked about. */
  async function send(refund: Refund, payOrderId: string): Promise<Refund> {
    const { mchRefundNo, kind, amount } = refund;
    let report: IotPayOrder;
    try {
      report = await (kind === 'void'
        ? iotpay.voidPayment({ mchRefundNo, payOrderId, notifyUrl })
        : iotpay.refund({ mchRefundNo, payOrderId, notifyUrl, refundAmount: amount }));
    } catch (error) {
      return afterError(refund, payOrderId, error);
    }
    return apply(report);
  }

  async function afterError(refund: Refund, payOrderId: string, error: unknown): Promise<Refund> {
    if (!isIotPayServerError(error)) throw error;
    const { mchRefundNo, kind } = refund;
    switch (error.code) {
      case 'outcome_unknown':
        return refund;
      case 'gateway_refused': {
        const reason = `IOTPay says: ${error.retMsg ?? 'no'}`;
        if (kind === 'refund') return refunds.settle(mchRefundNo, 'failed', reason);
        // It is settled by now: what can no longer be voided can be refunded.
        const next = await refunds.replace(refund, { kind: 'refund', mchRefundNo: createOrderNo() }, reason);
        return next ? send(next, payOrderId) : ((await refunds.find(mchRefundNo)) ?? refund);
      }
      default:
        log(error);
        return refunds.settle(mchRefundNo, 'failed', 'IOTPay could not be reached: nothing was sent.');
    }
  }

  async function look(refund: Refund, patience: { attempts: number; signal?: AbortSignal }): Promise<Refund> {
    const result = await iotpay.waitForResult({ mchOrderNo: refund.mchRefundNo, ...patience });
    if (result.status !== 'unknown' || !result.error) return result.order ? apply(result.order) : refund;
    if (result.error.code !== 'order_not_found') throw result.error;
    // The gateway does not know it: the call has not arrived, or not yet.
    if (Date.now() - refund.createdAt < stillArrivingMs) return refund;
    return refunds.settle(refund.mchRefundNo, 'failed', 'The call never reached IOTPay.');
  }

  async function checkRefundable(payOrderId: string, amount: number): Promise<void> {
    try {
      const { refundable = amount } = await iotpay.query({ payOrderId });
      if (amount <= refundable) return;
    } catch (error) {
      const message = 'Our payment service does not answer at the moment. Nothing was given back.';
      throw new HttpError(502, 'gateway_silent', message, {}, { cause: error });
    }
    throw new HttpError(409, 'too_much', 'That is more than IOTPay says is left of this payment.');
  }

  return {
    apply,
    async giveBack({ mchOrderNo, payOrderId, amount: paid }, { refundKey, amount, left }) {
      if (!payOrderId) throw new HttpError(409, 'not_paid', 'This order is not paid.');
      const sameClick = (await refunds.of(mchOrderNo)).find(
        (refund) => refund.refundKey === refundKey && refund.state !== 'failed',
      );
      if (sameClick) return sameClick;
      if (amount > left) throw new HttpError(409, 'too_much', 'That is more than is left of this payment.');
      await checkRefundable(payOrderId, amount);
      // Only the gateway knows whether the payment is settled. A whole one is voided if it can be: the customer sees no trace of it.
      const kind = amount === paid ? 'void' : 'refund';
      const wish = { mchRefundNo: createOrderNo(), mchOrderNo, refundKey, kind, amount } as const;
      const opened = await refunds.open(wish, left);
      switch (opened.effect) {
        case 'opened':
          return send(opened.refund, payOrderId);
        case 'known':
          return opened.refund;
        case 'waiting':
          throw new HttpError(409, 'waiting', 'We are still confirming the refund before this one.');
        case 'changed':
          throw new HttpError(409, 'changed', 'Something was given back meanwhile. Look at what is left.');
      }
    },
    ask: (refund) => look(refund, { attempts: 1 }),
    settle: (refund, signal) => look(refund, { attempts: 3, signal }),
  };
}
