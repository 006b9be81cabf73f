import type { IotPayOrder } from '../contract/order';
import type { IotPaySavedCard } from '../contract/savedCard';
import type { IotPayMode, IotPaySdkEvent } from '../contract/sdk';
import { redirectUrlOf } from '../contract/urls';
import { textOf } from '../contract/wire';
import { fakeOrder, fakeSavedCard } from './fakeData';

/** Single fields of the reported order or card. `redirectUrl: undefined` leaves out the `redirectUrl`. */
export type FakeSuccess = Partial<IotPayOrder & IotPaySavedCard> & { redirectUrl?: string | undefined };

/** The merchant's `returnUrl`. If it is null, the events have no `redirectUrl`. */
export type ReturnUrl = string | null;

type RetData = Record<string, unknown>;

/** The gateway's redirect for this result (docs/gateway-contract.md, section 1). For a card, it holds only the `retCode`. */
function redirectOf(returnUrl: ReturnUrl, mode: IotPayMode, data: RetData, retMsg?: string): RetData {
  if (returnUrl === null) return {};
  const result: Record<string, string> =
    retMsg === undefined ? { retCode: 'SUCCESS' } : { retCode: 'FAIL', retMsg };
  for (const name of mode === 'Pay' ? ['status', 'mchOrderNo'] : []) {
    const text = textOf(data[name]);
    if (text !== undefined) result[name] = text;
  }
  return { redirectUrl: redirectUrlOf(returnUrl, result) };
}

/** The SDK's event after a payment or a saved card (docs/gateway-contract.md, section 1). */
export function successEvent(
  mode: IotPayMode,
  returnUrl: ReturnUrl,
  changes: FakeSuccess = {},
): IotPaySdkEvent {
  // A card that was just added comes with its cvv, as the real one does. A page that shows it has a bug.
  const usual = mode === 'Pay' ? fakeOrder() : { ...fakeSavedCard(), cvv: '123' };
  const data = { ...usual, ...changes };
  const retData: RetData = { ...redirectOf(returnUrl, mode, data), ...data };
  if (retData.redirectUrl === undefined) delete retData.redirectUrl;
  return { result: 'SUCCESS', detail: { retCode: 'SUCCESS', retMsg: '', retData } };
}

/** An order without the fields that the bank adds when it is paid. A card that was not saved has only its name. */
function refused(mode: IotPayMode): RetData {
  const { payOrderId, mchId, mchOrderNo, currency, amount, ...rest } = fakeOrder();
  const { payType, cardNum, cardType, expiryDate, channel } = rest;
  const order = { payOrderId, mchId, mchOrderNo, currency, amount, payType, channel };
  return mode === 'Pay'
    ? { ...order, refundable: 0, status: 9, cardNum, cardType, expiryDate }
    : { cardId: fakeSavedCard().cardId };
}

/** The SDK's event after a decline. `changes` replace single fields of the order. */
export function failureEvent(
  mode: IotPayMode,
  returnUrl: ReturnUrl,
  message: string,
  changes: Partial<IotPayOrder> = {},
): IotPaySdkEvent {
  const data = { ...refused(mode), ...changes };
  return {
    result: 'FAIL',
    message,
    detail: {
      retCode: 'FAIL',
      retMsg: message,
      retData: { ...data, ...redirectOf(returnUrl, mode, data, message) },
    },
  };
}

/** The SDK's whole event when it has given up asking. */
export const timeoutEvent: IotPaySdkEvent = { result: 'FAIL', message: 'Timeout' };
