import { readOrder, readOrderStatus, type IotPayOrder } from '../../contract/order';
import { readSavedCard, type IotPaySavedCard } from '../../contract/savedCard';
import type { IotPayMode } from '../../contract/sdk';
import { asRecord, textOf } from '../../contract/wire';

/** The gateway's own words. Every outcome has them. */
interface Said {
  /** The gateway's reason. It may be empty, and it is not written for customers. */
  message: string;
  retCode?: string | undefined;
  retMsg?: string | undefined;
  /** The gateway's next page for the customer: the merchant's `returnUrl` with the result in its query. */
  redirectUrl?: string | undefined;
}

/** The payment went through, as far as the browser knows. The server decides, by notification or query. */
export interface IotPayPaid extends Said {
  status: 'success';
  mode: 'Pay';
  order: IotPayOrder;
}

/** The card was saved under its `cardId`. */
export interface IotPayCardSaved extends Said {
  status: 'success';
  mode: 'Add';
  card: IotPaySavedCard;
}

export type IotPaySuccess<Mode extends IotPayMode = IotPayMode> = Mode extends 'Pay'
  ? IotPayPaid
  : IotPayCardSaved;

/** Declined or refused: nothing was paid. A new attempt needs a new order and a new secureId. */
export interface IotPayFailed extends Said {
  status: 'failed';
}

/**
 * - `timeout`: the SDK stopped asking for a UnionPay payment's result
 * - `pending`: the gateway answered, but has not decided
 * - `unrecognised`: the SDK's report is neither of these, or contradicts itself
 */
export type IotPayUnknownReason = 'timeout' | 'pending' | 'unrecognised';

/** **The payment may or may not have gone through.** Ask the server to query the order; never ask to pay again. */
export interface IotPayUnknown extends Said {
  status: 'unknown';
  reason: IotPayUnknownReason;
  /** The order to ask the server about, if the SDK named it. Its `status` is not final. */
  order?: IotPayOrder;
}

export type IotPayOutcome<Mode extends IotPayMode = IotPayMode> =
  IotPaySuccess<Mode> | IotPayFailed | IotPayUnknown;

/** The SDK's text after it has asked for UnionPay's result in vain. A full stop or white space may surround it. */
const meansTimeout = (text: string | undefined) => /^\s*timeout[\s.]*$/i.test(text ?? '');

/**
 * Reads the SDK's report by the table “What proves what” of docs/gateway-contract.md. A report that does not clearly prove
 * success or failure is `unknown`, because a customer who is wrongly told to pay again pays twice.
 */
export function readOutcome(event: unknown, mode: IotPayMode): IotPayOutcome {
  let said: Said = { message: '' };
  let order: IotPayOrder | undefined;
  let reason: IotPayUnknownReason = 'unrecognised';
  try {
    const source = asRecord(event);
    // An older release sent the fields of `detail` at the top level (docs/gateway-contract.md, section 1).
    const detail = asRecord(source.detail ?? source);
    const data = asRecord(detail.retData);
    const retCode = textOf(detail.retCode);
    const retMsg = textOf(detail.retMsg);
    const message = textOf(source.message);
    said = { message: retMsg ?? message ?? '', retCode, retMsg, redirectUrl: textOf(data.redirectUrl) };
    const result = source.result ?? retCode;
    const card = mode === 'Add' ? readSavedCard(data) : undefined;
    order = mode === 'Pay' ? readOrder(data) : undefined;
    const state = card ? 'paid' : readOrderStatus(order);
    const isConsistent = !retCode || retCode === result;

    if (meansTimeout(message) || meansTimeout(retMsg)) {
      reason = 'timeout';
    } else if (isConsistent && (state === 'failed' || (result === 'FAIL' && !order))) {
      return { ...said, status: 'failed' };
    } else if (result === 'SUCCESS' && isConsistent && state === 'paid') {
      return { ...said, status: 'success', mode, ...(card ? { card } : { order }) } as IotPaySuccess;
    } else if (order && (state === 'pending' || state === 'unknown')) {
      reason = 'pending';
    }
  } catch {
    // A getter of the event threw, so only the fields that were read before count.
  }
  return { ...said, status: 'unknown', reason, ...(order && { order }) };
}
