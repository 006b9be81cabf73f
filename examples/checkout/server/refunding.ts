import {
  createOrderNo,
  type IotPay,
  type IotPayGatewayError,
  type IotPayOrder,
  isIotPayServerError,
  readOrderStatus,
} from 'react-iotpay/server';
import { askGateway } from './askGateway';
import { HttpError } from './httpError';
import { isRefusal } from './isRefusal';
import type { Order } from './orders';
import type { Refund, Refunds } from './refunds';

/** Gives money back, and turns what the gateway says about it into the state of the shop's refunds. */
export interface Refunding {
  /**
   * Voids the payment or refunds a part of it, whichever the gateway still lets the shop do.
   *
   * @throws HttpError if it is known that nothing was given back
   */
  giveBack(order: Order, wish: { refundKey: string; amount: number; left: number }): Promise<Refund>;
  /** Applies a report that is known to come from the gateway. Any number of times, in any order: what has succeeded stays so. */
  apply(report: IotPayOrder): Promise<Refund>;
  /** Asks the gateway once about a refund, for somebody who waits for the answer. What the gateway doesn't say is logged. */
  ask(refund: Refund): Promise<Refund>;
  /**
   * Asks about a refund that nobody waits for.
   *
   * @throws Error if the gateway does not say how it stands
   */
  settle(refund: Refund, signal: AbortSignal): Promise<Refund>;
}

interface RefundingParts {
  iotpay: Pick<IotPay, 'query' | 'refund' | 'voidPayment'>;
  refunds: Refunds;
  notifyUrl: string;
  log: (problem: unknown) => void;
}

/** The payment that a refund is of, and what could be given back of it, in cents, before the refund was sent. */
interface Source {
  payOrderId: string;
  refundable: number | undefined;
}

export function createRefunding({ iotpay, refunds, notifyUrl, log }: RefundingParts): Refunding {
  /** What can still be given back of a payment, in cents, as the gateway says. */
  async function refundableOf(payOrderId: string): Promise<number | undefined> {
    return (await iotpay.query({ payOrderId })).refundable;
  }

  async function apply(report: IotPayOrder, reason?: string): Promise<Refund> {
    const refund = await refunds.find(report.mchOrderNo);
    if (!refund) throw new Error(`The gateway spoke of refund ${report.mchOrderNo}, which is not ours.`);
    if (report.amount !== undefined && report.amount !== refund.amount) {
      throw new Error(
        `Refund ${refund.mchRefundNo} is not what was asked for: ${refund.amount} cents, not ${report.amount}.`,
      );
    }
    const state = readOrderStatus(report);
    if (state === 'refunded' || state === 'paid') return refunds.settle(refund.mchRefundNo, 'succeeded');
    if (state === 'failed') return refunds.settle(refund.mchRefundNo, 'failed', reason);
    return refunds.noteAnswer(refund.mchRefundNo, 'pending');
  }

  /** Sent exactly once: where the answer is lost, the refund stays pending, and its number is asked about. */
  async function send(refund: Refund, source: Source): Promise<Refund> {
    const { mchRefundNo, kind, amount } = refund;
    const { payOrderId } = source;
    let report: IotPayOrder;
    try {
      report = await (kind === 'void'
        ? iotpay.voidPayment({ mchRefundNo, payOrderId, notifyUrl })
        : iotpay.refund({ mchRefundNo, payOrderId, notifyUrl, refundAmount: amount }));
    } catch (error) {
      if (!isIotPayServerError(error)) throw error;
      if (error.code === 'outcome_unknown') return refund;
      if (isRefusal(error)) return afterRefusal(refund, source, error);
      log(error);
      return refunds.settle(mchRefundNo, 'failed', 'IOTPay could not be reached: nothing was sent.');
    }
    return apply(report);
  }

  /**
   * A FAIL alone proves nothing: the gateway may have broken after it had given the money back. The refund has failed only if its number
   * says so, or if there is no such number and as much can be given back of the payment as before the call.
   */
  async function afterRefusal(refund: Refund, source: Source, error: IotPayGatewayError): Promise<Refund> {
    const { mchRefundNo, kind } = refund;
    const reason = `IOTPay says: ${error.retMsg ?? 'no'}`;
    const answer = await askGateway(iotpay, mchRefundNo);
    if (answer.said === 'order' && readOrderStatus(answer.order) !== 'failed') return apply(answer.order);
    if (answer.said === 'nothing') {
      log(answer.error);
      return refund;
    }
    if (answer.said === 'missing') {
      const refundable = await refundableOf(source.payOrderId).catch(log);
      if (refundable === undefined || refundable !== source.refundable) return refund;
    }
    if (kind === 'refund') return refunds.settle(mchRefundNo, 'failed', reason);
    // It is settled by now: what can no longer be voided can be refunded. Both would be of the whole payment, so the gateway can't do both.
    const next = await refunds.replace(refund, { kind: 'refund', mchRefundNo: createOrderNo() }, reason);
    return next ? send(next, source) : ((await refunds.find(mchRefundNo)) ?? refund);
  }

  async function look(refund: Refund, signal?: AbortSignal): Promise<{ known: Refund; silence?: Error }> {
    const answer = await askGateway(iotpay, refund.mchRefundNo, signal);
    switch (answer.said) {
      case 'order':
        return { known: await apply(answer.order) };
      case 'missing':
        return { known: await refunds.noteAnswer(refund.mchRefundNo, 'missing') };
      case 'nothing': {
        const silence = new Error(
          `The gateway does not say how refund ${refund.mchRefundNo} stands. It is asked again later.`,
          { cause: answer.error },
        );
        return { known: refund, silence };
      }
    }
  }

  async function checkRefundable(payOrderId: string, amount: number): Promise<number | undefined> {
    const refundable = await refundableOf(payOrderId).catch((cause: unknown) => {
      const message = 'Our payment service does not answer at the moment. Nothing was given back.';
      throw new HttpError(502, 'gateway_silent', message, {}, { cause });
    });
    if (refundable === undefined || amount <= refundable) return refundable;
    throw new HttpError(409, 'too_much', 'That is more than IOTPay says is left of this payment.');
  }

  return {
    apply: (report) => apply(report),
    async giveBack({ mchOrderNo, payOrderId, amount: paid }, { refundKey, amount, left }) {
      if (!payOrderId) throw new HttpError(409, 'not_paid', 'This order is not paid.');
      const sameClick = (await refunds.of(mchOrderNo)).find(
        (refund) => refund.refundKey === refundKey && refund.state !== 'failed',
      );
      if (sameClick) return sameClick;
      if (amount > left) throw new HttpError(409, 'too_much', 'That is more than is left of this payment.');
      const refundable = await checkRefundable(payOrderId, amount);
      // Only the gateway knows whether the payment is settled. A whole one is voided if it can be: the customer sees no trace of it.
      const kind = amount === paid ? 'void' : 'refund';
      const wish = { mchRefundNo: createOrderNo(), mchOrderNo, refundKey, kind, amount } as const;
      const opened = await refunds.open(wish, left);
      switch (opened.effect) {
        case 'opened':
          return send(opened.refund, { payOrderId, refundable });
        case 'known':
          return opened.refund;
        case 'waiting':
          throw new HttpError(409, 'waiting', 'We are still confirming the refund before this one.');
        case 'changed':
          throw new HttpError(409, 'changed', 'Something was given back meanwhile. Look at what is left.');
      }
    },
    async ask(refund) {
      const { known, silence } = await look(refund);
      if (silence) log(silence);
      return known;
    },
    async settle(refund, signal) {
      const { known, silence } = await look(refund, signal);
      if (silence) throw silence;
      return known;
    },
  };
}
