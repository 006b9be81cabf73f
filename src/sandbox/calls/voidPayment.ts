import * as v from 'valibot';
import { giveBack } from '../orders/giveBack';
import { defineCall } from './call';
import { address, text } from './fields';

/** `cc_void`: takes back a whole payment that is not settled yet. */
export const voidPayment = defineCall(
  {
    mchRefundNo: text(30),
    loginName: text(12),
    payOrderId: text(30),
    notifyUrl: v.optional(address),
  },
  ({ mchRefundNo, payOrderId, notifyUrl }, gateway) =>
    giveBack({ kind: 'void', mchRefundNo, payOrderId, notifyUrl }, gateway).order,
);
