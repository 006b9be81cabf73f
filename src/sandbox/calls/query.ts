import * as v from 'valibot';
import { unpaidOrder } from '../likeness/unpaidOrder';
import type { LedgerEntry } from '../orders/ledger';
import { revealTruth } from '../orders/orderStates';
import { Refusal } from '../refusal';
import { defineCall } from './call';
import { text } from './fields';

/** Whether no card was tried. An order that was forced without a card has a status of its own. */
function isUntouched({ kind, charges, order }: LedgerEntry): boolean {
  return kind === 'payment' && charges === 0 && order.status === 0;
}

/** `cc_query`: an order by either of its numbers; the gateway's own one wins. */
export const query = defineCall(
  { payOrderId: v.optional(text(30)), mchOrderNo: v.optional(text(30)) },
  ({ payOrderId, mchOrderNo }, gateway) => {
    if (!payOrderId && !mchOrderNo) {
      throw new Refusal('request params[mchOrderNo] error: give mchOrderNo or payOrderId');
    }
    const entry = gateway.ledger.find(payOrderId ? { payOrderId } : { mchOrderNo });
    if (!entry || entry.forced === 'noSuchOrder') {
      throw new Refusal('pay order does not exist', 'unknownOrder');
    }
    revealTruth(entry, gateway);
    return isUntouched(entry) ? unpaidOrder(entry.order, gateway.behaviour) : entry.order;
  },
);
