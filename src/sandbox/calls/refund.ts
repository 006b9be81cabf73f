import * as v from 'valibot';
import { giveBack } from '../orders/giveBack';
import { defineCall } from './call';
import { address, refundAmount, text } from './fields';

/** `cc_refund`: gives back all or part of a settled payment. */
export const refund = defineCall(
  {
    mchRefundNo: text(30),
    loginName: text(12),
    payOrderId: text(30),
    refundAmount,
    notifyUrl: v.optional(address),
  },
  ({ mchRefundNo, payOrderId, refundAmount, notifyUrl }, gateway) =>
    giveBack({ kind: 'refund', mchRefundNo, payOrderId, amount: refundAmount, notifyUrl }, gateway).order,
);
