import { type IotPayOrder, readOrder } from '../../contract/order';
import { textOf } from '../../contract/wire';
import type { SignParams } from '../signing/canonical';
import type { SignatureFault } from '../signing/verify';
import type { NotificationFields } from './body/fieldLimits';
import type { NotificationOptions } from './notification';
import type { NotificationReceipt, NotificationRejection } from './notificationOutcome';
import { reject } from './problems/rejection';

export type Authenticated =
  | { readonly order: IotPayOrder; readonly receipt: NotificationReceipt }
  | { readonly rejection: NotificationRejection };

/**
 * Checks whether the gateway sent these fields to this merchant, and reads the order that they report (docs/gateway-contract.md,
 * section 4). It only looks for the reason of a wrong signature if `mayDiagnose` allows it, because that
 * takes longer than everything else here.
 */
export function authenticate(
  { fields, bytes }: NotificationFields,
  { mchId, checkSignature }: NotificationOptions['iotpay'],
  mayDiagnose: () => boolean,
): Authenticated {
  let check = checkSignature(fields, { diagnose: false });
  if (!check.valid && check.reason === 'sign_mismatch' && bytes <= mostDiagnosed && mayDiagnose()) {
    check = checkSignature(fields);
  }
  const isOurs = textOf(fields.mchId) === mchId;
  if (!check.valid) {
    const hints = [isOurs ? '' : ' It does not name your mchId either.', parserHint(check.reason, fields)];
    return { rejection: reject(check.reason, check.message + hints.join('')) };
  }
  const order = readOrder(fields);
  if (!order) {
    return { rejection: reject('malformed', 'The notification is signed, but reports no order.') };
  }
  if (!isOurs) {
    return {
      rejection: reject('wrong_merchant', 'The notification is for another mchId than yours.', order),
    };
  }
  return { order, receipt: { keyIndex: check.keyIndex } };
}

/** In bytes: four times the length of a usual notification. */
const mostDiagnosed = 2048;

/**
 * The handler's own reader returns numbers as text. If a value is a number, another parser has read the body before.
 */
function parserHint(reason: SignatureFault, fields: SignParams): string {
  if (reason !== 'sign_mismatch' || !Object.values(fields).some((value) => typeof value === 'number'))
    return '';
  return ' Something has parsed the body before this handler: a number that was sent as 1500.00 no longer fits, so mount the handler before it.';
}
