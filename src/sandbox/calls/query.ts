import * as v from 'valibot';
import { unpaidOrder } from '../likeness/unpaidOrder';
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
    if (!entry) throw new Refusal('pay order does not exist', 'unknownOrder');
    revealTruth(entry, gateway.clocks.settlementMs);
    return entry.charges === 0 && entry.kind === 'payment'
      ? unpaidOrder(entry.order, gateway.behaviour)
      : entry.order;
  },
);
