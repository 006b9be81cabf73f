import * as v from 'valibot';
import { Refusal } from '../refusal';
import { defineCall } from './call';
import { chargeAnswer } from './chargeAnswer';
import { address, currency, integer, text } from './fields';

/** `cc_purchasewithtoken`: charges a saved card, which stays the test card that it is. */
export const purchaseWithToken = defineCall(
  {
    mchId: text(30),
    mchOrderNo: text(30),
    cardId: text(30),
    amount: integer,
    currency,
    loginName: text(12),
    subject: v.optional(text(64)),
    body: v.optional(text(250)),
    clientIp: v.optional(text(50)),
    notifyUrl: v.optional(address),
    mchUserId: v.optional(text(30)),
  },
  ({ mchId, mchOrderNo, cardId, amount, currency, subject, notifyUrl }, gateway) => {
    const saved = gateway.vault.find(cardId);
    if (!saved) throw new Refusal('cardId is not binding', 'cardNotBound');
    const { card, cardType, channel, effect } = saved;
    // The customer has yet to confirm in the UnionPay app, so the shop needs a notification later.
    if (channel === 'UPI_EX' && notifyUrl === undefined) {
      throw new Refusal('request params[notifyUrl] error: is missing, and the card is a UPI_EX one');
    }
    const entry = gateway.ledger.open(
      { mchId, mchOrderNo, amount, currency, channel },
      { notifyUrl, subject },
    );
    const trace = { cardNum: card.cardNum, cardType, expiryDate: card.expiryDate };
    return chargeAnswer(entry, trace, effect, gateway);
  },
);
