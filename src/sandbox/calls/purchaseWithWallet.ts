import * as v from 'valibot';
import { textOf } from '../../contract/wire';
import { traceOf } from '../cards/cardTrace';
import { Refusal } from '../refusal';
import { findTestCard } from '../cards/testCards';
import type { SandboxTestCard } from '../cards/cardEffect';
import { defineCall } from './call';
import { chargeAnswer } from './chargeAnswer';
import { base64Json, currency, integer, text } from './fields';

const plainCard = '4242 4242 4242 4242';

/** `cc_purchasewithwallet`: charges Apple Pay or Google Pay. Nothing of `walletData` is kept. */
export const purchaseWithWallet = defineCall(
  {
    mchId: text(30),
    mchOrderNo: text(30),
    amount: integer,
    currency,
    loginName: text(12),
    walletType: v.picklist(['ApplePay', 'GooglePay'], 'must be ApplePay or GooglePay'),
    walletData: base64Json,
    subject: v.optional(text(64)),
    body: v.optional(text(250)),
  },
  ({ mchId, mchOrderNo, amount, currency, walletType, walletData, subject }, gateway) => {
    const { number, effect } = cardIn(walletData);
    const channel = walletType === 'ApplePay' ? 'CC_CA' : 'CC_CG';
    const entry = gateway.ledger.open(
      { mchId, mchOrderNo, amount, currency, channel, capture: 'Y' },
      { notifyUrl: undefined, subject },
    );
    return chargeAnswer(entry, traceOf(number), effect, gateway);
  },
);

/** A real wallet's token is sealed for the real gateway, so it counts as a card that pays; `sandboxCard` in it names another. */
function cardIn({ sandboxCard }: Readonly<Record<string, unknown>>): SandboxTestCard {
  const card = findTestCard(textOf(sandboxCard) ?? plainCard);
  if (card?.channel !== 'PF_CC') {
    throw new Refusal('request params[walletData] error: sandboxCard is not a PF_CC test card');
  }
  return card;
}
