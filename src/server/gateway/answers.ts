import { type IotPayOrder, readOrder } from '../../contract/order';
import { type IotPaySavedCard, readSavedCard } from '../../contract/savedCard';
import { parseSafeUrl } from '../../contract/urls';
import { asRecord, textOf } from '../../contract/wire';
import type { IotPayOrderNumbers } from '../errors';
import { hideWhenInspected } from '../secrets';

/** A payment or card page, for one hour. Give `secureId` to `IotPayCard`, or send the customer to `redirectUrl`. */
export interface IotPaySession {
  /**
   * For the customer's browser only. It is readable and part of the JSON, because your route answers with it; `console.log`
   * and `util.inspect` hide it.
   */
  secureId: string;
  /** The gateway's own page for the same session. It contains the `secureId`. */
  redirectUrl: string;
}

/** The outer part of an answer (docs/gateway-contract.md, section 3). */
export type Envelope =
  | { readonly retCode: 'SUCCESS'; readonly retData: unknown }
  | { readonly retCode: 'FAIL'; readonly retMsg: string | undefined; readonly retData: unknown };

/** `undefined` if the gateway did not send this answer. Unknown fields are ignored. */
export function readEnvelope(answer: unknown): Envelope | undefined {
  const source = asRecord(answer);
  if (source.retCode === 'SUCCESS') return { retCode: 'SUCCESS', retData: source.retData };
  if (source.retCode === 'FAIL') {
    return { retCode: 'FAIL', retMsg: textOf(source.retMsg), retData: source.retData };
  }
  return undefined;
}

/** Each reader gives `undefined` if the data is not what the call asked for. */
export function readSession(retData: unknown): IotPaySession | undefined {
  const source = asRecord(retData);
  const secureId = source.secureId;
  const redirectUrl = source.redirectUrl;
  if (typeof secureId !== 'string' || !/^[\w-]+$/.test(secureId)) return undefined;
  if (typeof redirectUrl !== 'string' || !parseSafeUrl(redirectUrl)) return undefined;
  return hideWhenInspected({ secureId, redirectUrl });
}

/** The numbers of the order that a call is about. In the answer, a refund's own number is its `mchOrderNo`. */
export interface AskedNumbers extends IotPayOrderNumbers {
  readonly payOrderId?: string | undefined;
}

/**
 * The order that the call asked for, of this merchant, because the state of another order must never decide about this
 * one.
 */
export function readOwnOrder(
  retData: unknown,
  mchId: string,
  { mchOrderNo, mchRefundNo = mchOrderNo, payOrderId }: AskedNumbers,
): IotPayOrder | undefined {
  const order = readOrder(retData);
  if (!order || (mchRefundNo === undefined && payOrderId === undefined)) return undefined;
  if (order.mchId !== undefined && order.mchId !== mchId) return undefined;
  if (mchRefundNo !== undefined && order.mchOrderNo !== mchRefundNo) return undefined;
  if (payOrderId !== undefined && order.payOrderId !== payOrderId) return undefined;
  return order;
}

export function readAskedCard(retData: unknown, cardId: string): IotPaySavedCard | undefined {
  const card = readSavedCard(retData);
  return card?.cardId === cardId ? card : undefined;
}
