import type { IotPayOrder } from '../contract/order';
import type { IotPaySavedCard } from '../contract/savedCard';
import type { IotPayMode, IotPaySdkEvent } from '../contract/sdk';
import { redirectUrlOf } from '../contract/urls';
import { textOf } from '../contract/wire';
import { fakeOrder, fakeSavedCard } from './fakeData';

/** Single fields of the order or card that is reported; `redirectUrl: undefined` leaves out where the customer is sent. */
export type FakeSuccess = Partial<IotPayOrder & IotPaySavedCard> & { redirectUrl?: string | undefined };

/** The merchant's `returnUrl`, or null: then the events name no `redirectUrl`. */
export type ReturnUrl = string | null;

type RetData = Record<string, unknown>;

/** Where the gateway sends the customer with this result (docs/gateway-contract.md, section 1); of a card there is only the `retCode`. */
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

/** What the SDK calls back with when it was paid, or the card saved (docs/gateway-contract.md, section 1). */
export function successEvent(
  mode: IotPayMode,
  returnUrl: ReturnUrl,
  changes: FakeSuccess = {},
): IotPaySdkEvent {
  // A card that was just added comes with its cvv, as the real one does: whoever shows it has a bug.
  const usual = mode === 'Pay' ? fakeOrder() : { ...fakeSavedCard(), cvv: '123' };
  const data = { ...usual, ...changes };
  const retData: RetData = { ...redirectOf(returnUrl, mode, data), ...data };
  if (retData.redirectUrl === undefined) delete retData.redirectUrl;
  return { result: 'SUCCESS', detail: { retCode: 'SUCCESS', retMsg: '', retData } };
}

/** An order without what the bank adds when it is paid; of a card that was not saved there is its name. */
function refused(mode: IotPayMode): RetData {
  const { payOrderId, mchId, mchOrderNo, currency, amount, ...rest } = fakeOrder();
  const { payType, cardNum, cardType, expiryDate, channel } = rest;
  const order = { payOrderId, mchId, mchOrderNo, currency, amount, payType, channel };
  return mode === 'Pay'
    ? { ...order, refundable: 0, status: 9, cardNum, cardType, expiryDate }
    : { cardId: fakeSavedCard().cardId };
}

/** What it calls back with when it was declined. `changes` replace single fields of the order. */
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

/** All that it says when it gave up asking. */
export const timeoutEvent: IotPaySdkEvent = { result: 'FAIL', message: 'Timeout' };
