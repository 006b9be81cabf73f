import { textOf, asRecord } from '../../contract/wire';
import { findTestCard } from '../cards/testCards';
import type { LaunchCommand, Launched } from '../consoleApi/commands';
import { refuse } from '../control/refuse';
import type { Gateway } from '../gateway';
import { ownNotifyPath, ownReturnPath } from './ownShop';
import { createSignedCall } from './signedCall';

/** Where the sandbox is: for itself, and for a browser, which may be on another computer. */
export interface SandboxUrls {
  readonly local: string;
  readonly public: string;
}

/** An `mchOrderNo` that was not used yet and says where it comes from. */
function nextNumber({ ledger }: Gateway): string {
  let number = ledger.all().length + 1;
  while (ledger.find({ mchOrderNo: `CONSOLE-${number}` })) number += 1;
  return `CONSOLE-${number}`;
}

/**
 * Opens a payment as a shop would, with a real signed call, so that a first visitor sees all of it without a shop.
 *
 * @throws IotPayError `invalid_command` for a number that is no test card's, `conflict` where the call was refused.
 */
export async function launchPayment(
  { amount = 1999, card = '4242 4242 4242 4242', subject = 'A payment from the console' }: LaunchCommand,
  gateway: Gateway,
  urls: SandboxUrls,
): Promise<Launched> {
  const testCard = findTestCard(card);
  if (!testCard) throw refuse('invalid_command', 'card: not the number of a test card');
  const mchOrderNo = nextNumber(gateway);
  const answer = await createSignedCall(() => urls.local, gateway.credentials)('cc_purchase', {
    mchOrderNo,
    amount,
    currency: 'CAD',
    channel: testCard.channel,
    subject,
    notifyUrl: `${urls.local}${ownNotifyPath}`,
    returnUrl: `${urls.public}${ownReturnPath(mchOrderNo)}`,
  });
  const redirectUrl = textOf(asRecord(answer.retData).redirectUrl);
  if (redirectUrl === undefined) {
    throw refuse('conflict', `The sandbox refused its own call: ${textOf(answer.retMsg) ?? 'no answer'}`);
  }
  return { mchOrderNo, payUrl: `${redirectUrl}&card=${testCard.number.replace(/\s/g, '')}` };
}
