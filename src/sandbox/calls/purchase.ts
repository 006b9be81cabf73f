import * as v from 'valibot';
import { Refusal } from '../refusal';
import { defineCall } from './call';
import { address, channel, currency, integer, text } from './fields';

/** `cc_purchase`: opens an order and a session to pay it in. */
export const purchase = defineCall(
  {
    mchId: text(30),
    mchOrderNo: text(30),
    amount: integer,
    currency,
    loginName: text(12),
    channel,
    notifyUrl: address,
    returnUrl: address,
    subject: v.optional(text(64)),
    body: v.optional(text(250)),
    mchUserId: v.optional(text(30)),
  },
  ({ mchId, mchOrderNo, amount, currency, channel, notifyUrl, returnUrl, subject }, gateway, ownUrl) => {
    const entry = gateway.ledger.open(
      { mchId, mchOrderNo, amount, currency, channel },
      { notifyUrl, returnUrl, subject },
    );
    if (!entry) throw new Refusal('mchOrderNo is already used', 'usedOrderNo');
    const { key } = gateway.sessions.open({ mode: 'Pay', channel, entry });
    return { secureId: key, redirectUrl: `${ownUrl}/cc/purchase?key=${key}` };
  },
);
