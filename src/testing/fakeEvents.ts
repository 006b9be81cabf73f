import type { IotPayOrder } from '../contract/order';
import type { IotPaySavedCard } from '../contract/savedCard';
import type { IotPayMode, IotPaySdkEvent } from '../contract/sdk';
import { fakeOrder, fakeSavedCard } from './fakeData';

/** Single fields of the order or card that is reported, and where the gateway would send the customer. */
export type FakeSuccess = Partial<IotPayOrder & IotPaySavedCard> & { redirectUrl?: string };

/** What the SDK calls back with when it was paid, or the card saved (gateway contract, section 1). */
export function successEvent(mode: IotPayMode, changes: FakeSuccess = {}): IotPaySdkEvent {
  // A card that was just added comes with its cvv, as the real one does: whoever shows it has a bug.
  const usual = mode === 'Pay' ? fakeOrder() : { ...fakeSavedCard(), cvv: '123' };
  return {
    result: 'SUCCESS',
    detail: { retCode: 'SUCCESS', retMsg: '', retData: { ...usual, ...changes } },
  };
}

/** An order without what the bank adds when it is paid; of a card that was not saved there is its name. */
function refused(mode: IotPayMode): Record<string, unknown> {
  const { payOrderId, mchId, mchOrderNo, currency, amount, ...rest } = fakeOrder();
  const { payType, cardNum, cardType, expiryDate, channel } = rest;
  const order = { payOrderId, mchId, mchOrderNo, currency, amount, payType, channel };
  return mode === 'Pay'
    ? { ...order, refundable: 0, status: 9, cardNum, cardType, expiryDate }
    : { cardId: fakeSavedCard().cardId };
}

/** What it calls back with when it was declined. */
export function failureEvent(mode: IotPayMode, message: string): IotPaySdkEvent {
  return {
    result: 'FAIL',
    message,
    detail: { retCode: 'FAIL', retMsg: message, retData: refused(mode) },
  };
}

/** All that it says when it gave up asking. */
export const timeoutEvent: IotPaySdkEvent = { result: 'FAIL', message: 'Timeout' };
