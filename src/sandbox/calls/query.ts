import * as v from 'valibot';
import { revealTruth } from '../orders/orderStates';
import { Refusal } from '../refusal';
import { defineCall } from './call';
import { text } from './fields';

/** `cc_query`: an order by either of its numbers; the gateway's own one wins. */
export const query = defineCall(
  { payOrderId: v.optional(text(30)), mchOrderNo: v.optional(text(30)) },
  ({ payOrderId, mchOrderNo }, gateway) => {
    if (!payOrderId && !mchOrderNo) {
      throw new Refusal('request params[mchOrderNo] error: give mchOrderNo or payOrderId');
    }
    const entry = gateway.ledger.find(payOrderId ? { payOrderId } : { mchOrderNo });
    if (!entry || entry.forced === 'noSuchOrder') throw new Refusal('pay order does not exist');
    revealTruth(entry, gateway);
    return entry.order;
  },
);
