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
 * Whether the gateway sent these fields, to this merchant, and what order they report (docs/gateway-contract.md, section 4). Why a signature fits no
 * key is only looked for if `mayDiagnose` says so, because that takes longer than everything else here.
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
  const order = readOrder(withWholeNumbers(fields));
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

/** The handler's own reader gives numbers as they were written: those that are numbers by now have been through `JSON.parse`. */
function parserHint(reason: SignatureFault, fields: SignParams): string {
  if (reason !== 'sign_mismatch' || !Object.values(fields).some((value) => typeof value === 'number'))
    return '';
  return ' Something has parsed the body before this handler: a number that was sent as 1500.00 no longer fits, so mount the handler before it.';
}

/** Some senders write whole numbers with a decimal point. The signature is over `2434.00`, the amount is 2434 cents. */
function withWholeNumbers(fields: SignParams): SignParams {
  const written = integers.filter((name) => wholeNumber.test(textOf(fields[name]) ?? ''));
  if (written.length === 0) return fields;
  return {
    ...fields,
    ...Object.fromEntries(written.map((name) => [name, parseInt(String(fields[name]), 10)])),
  };
}

const integers = ['amount', 'refundable', 'status'];
const wholeNumber = /^\d{1,15}\.0+$/;
