import type { RefundKind, RefundState, RefundsView } from '../api';
import type { Order } from './orders';

export interface NewRefund {
  /** The shop's number for the refund at the gateway: at most 30 characters, never used again. */
  mchRefundNo: string;
  mchOrderNo: string;
  /** The browser's name for one click. */
  refundKey: string;
  kind: RefundKind;
  /** In whole cents. */
  amount: number;
}

export interface Refund extends NewRefund {
  state: RefundState;
  /** Why it failed. */
  reason?: string;
  createdAt: number;
  settledAt?: number;
}

/**
 * What became of a wish for a refund:
 *
 * - `opened`: it is stored, and the gateway is to be called
 * - `known`: the same click came before, and the gateway is not to be called again
 * - `waiting`: nobody knows yet what became of the refund before it
 * - `changed`: there is more or less left than whoever clicked has seen
 */
export type OpenedRefund =
  { effect: 'opened' | 'known'; refund: Refund } | { effect: 'waiting' | 'changed'; refund?: undefined };

/** Where refunds are kept. Every method is one transaction, and any number of processes may call them at the same moment. */
export interface Refunds {
  /**
   * Sets the amount aside and stores the refund, before the gateway is called.
   *
   * @param left what was left to give back, in cents, as whoever clicked has seen it
   * @throws Error if the amount is more than is left, or the order is not paid
   */
  open(refund: NewRefund, left: number): Promise<OpenedRefund>;
  /**
   * Ends a refund that the gateway refused, and puts another one with the same amount in its place, in one step. None, if it has
   * been settled meanwhile.
   */
  replace(
    refused: Refund,
    by: Pick<NewRefund, 'mchRefundNo' | 'kind'>,
    reason: string,
  ): Promise<Refund | undefined>;
  find(mchRefundNo: string): Promise<Refund | undefined>;
  /** An order's refunds, the oldest first. */
  of(mchOrderNo: string): Promise<Refund[]>;
  /** A refund that it is time to ask the gateway about: a pending one, or one that failed in the last week. Claimed as an order is. */
  claimDue(): Promise<Refund | undefined>;
  /**
   * Notes an answer about a pending refund that speaks of no end. "No such order" ends it all the same, as failed, when it has been said
   * often enough (see `orderRules`).
   */
  noteAnswer(mchRefundNo: string, answer: 'pending' | 'missing'): Promise<Refund>;
  /** Notes how a refund ended. One that has succeeded stays so; one that was given up can still succeed. */
  settle(mchRefundNo: string, state: 'succeeded' | 'failed', reason?: string): Promise<Refund>;
}

const sumOf = (refunds: Refund[]) => refunds.reduce((sum, { amount }) => sum + amount, 0);

/** What of an order has been given back, is on its way and is left. */
export function viewOfRefunds(order: Order, refunds: Refund[]): RefundsView {
  return {
    paid: order.amount,
    refunded: sumOf(refunds.filter(({ state }) => state === 'succeeded')),
    left: order.amount - sumOf(refunds.filter(({ state }) => state !== 'failed')),
    refunds: refunds.map(({ mchRefundNo, kind, amount, state, reason, createdAt }) => ({
      mchRefundNo,
      kind,
      amount,
      state,
      createdAt,
      ...(reason && { reason }),
    })),
  };
}
