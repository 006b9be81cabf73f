import type { IotPayOrder } from '../contract/order';
import type { IotPaySavedCard } from '../contract/savedCard';

/** A paid order as the gateway would report it; `changes` replace single fields. Amounts are whole cents. */
export function fakeOrder(changes: Partial<IotPayOrder> = {}): IotPayOrder {
  return {
    payOrderId: 'PC20240101120000000000000001',
    mchId: '10000701',
    mchOrderNo: 'ORDER-1',
    currency: 'CAD',
    amount: 1999,
    payType: 'pay',
    refundable: 1999,
    status: 2,
    paySuccTime: '2024-01-01 12:00:00',
    cardNum: '424242******4242',
    cardType: 'V',
    expiryDate: '1230',
    invoiceNum: '100001',
    authNum: '00001A',
    transNum: '000001',
    channel: 'PF_CC',
    ...changes,
  };
}

/** A saved card as the gateway would report it; `changes` replace single fields. */
export function fakeSavedCard(changes: Partial<IotPaySavedCard> = {}): IotPaySavedCard {
  return {
    cardId: 'card-1',
    cardNum: '424242******4242',
    holder: 'Alex Tremblay',
    expiryDate: '1230',
    ...changes,
  };
}
