import type { IotPay } from '../../../src/server/index';
import { answerWith, paidOrder, requests, session } from './gatewayDouble';

const refundOrder = { ...paidOrder, payOrderId: 'RP20240102', mchOrderNo: 'R-1', payType: 'refund' };

/** Every call that answers, with the fields that stand on the wire besides `mchId` and `sign`. */
export const everyCall: readonly {
  name: string;
  path: string;
  call: (iotpay: IotPay) => Promise<unknown>;
  wire: object;
  answer: Readonly<Record<string, unknown>>;
  result: object;
}[] = [
  {
    name: 'purchase',
    path: 'cc_purchase',
    call: (iotpay) =>
      iotpay.purchase({ ...requests.purchase, subject: 'Mug', body: 'Blue mug', mchUserId: 'u1' }),
    wire: {
      ...requests.purchase,
      currency: 'CAD',
      loginName: 'shop',
      subject: 'Mug',
      body: 'Blue mug',
      mchUserId: 'u1',
    },
    answer: session,
    result: session.retData,
  },
  {
    name: 'addCard',
    path: 'cc_addcard',
    call: (iotpay) => iotpay.addCard(requests.addCard),
    wire: { ...requests.addCard, loginName: 'shop' },
    answer: session,
    result: session.retData,
  },
  {
    name: 'queryCard',
    path: 'cc_querycard',
    call: (iotpay) => iotpay.queryCard({ cardId: 'card-1' }),
    wire: { cardId: 'card-1' },
    answer: answerWith({
      cardId: 'card-1',
      cardNum: '432567******2266',
      expiryDate: '1229',
      holder: 'A',
      cvv: '987',
    }),
    result: { cardId: 'card-1', cardNum: '432567******2266', expiryDate: '1229', holder: 'A' },
  },
  {
    name: 'query by mchOrderNo',
    path: 'cc_query',
    call: (iotpay) => iotpay.query({ mchOrderNo: 'A-1' }),
    wire: { mchOrderNo: 'A-1' },
    answer: answerWith(paidOrder),
    result: paidOrder,
  },
  {
    name: 'query by payOrderId',
    path: 'cc_query',
    call: (iotpay) => iotpay.query({ payOrderId: paidOrder.payOrderId }),
    wire: { payOrderId: paidOrder.payOrderId },
    answer: answerWith(paidOrder),
    result: paidOrder,
  },
  {
    name: 'purchaseWithToken',
    path: 'cc_purchasewithtoken',
    call: (iotpay) =>
      iotpay.purchaseWithToken({
        ...requests.purchaseWithToken,
        clientIp: '203.0.113.7',
        notifyUrl: 'https://shop.example/n',
      }),
    wire: {
      ...requests.purchaseWithToken,
      currency: 'CAD',
      loginName: 'shop',
      clientIp: '203.0.113.7',
      notifyUrl: 'https://shop.example/n',
    },
    answer: answerWith(paidOrder),
    result: paidOrder,
  },
  {
    name: 'purchaseWithWallet',
    path: 'cc_purchasewithwallet',
    call: (iotpay) => iotpay.purchaseWithWallet(requests.purchaseWithWallet),
    wire: { ...requests.purchaseWithWallet, currency: 'CAD', loginName: 'shop' },
    answer: answerWith({ ...paidOrder, channel: 'CC_CA', capture: 'Y' }),
    result: { ...paidOrder, channel: 'CC_CA', capture: 'Y' },
  },
  {
    name: 'voidPayment',
    path: 'cc_void',
    call: (iotpay) => iotpay.voidPayment(requests.voidPayment),
    wire: { ...requests.voidPayment, loginName: 'shop' },
    answer: answerWith(refundOrder),
    result: refundOrder,
  },
  {
    name: 'refund',
    path: 'cc_refund',
    call: (iotpay) => iotpay.refund({ ...requests.refund, notifyUrl: 'https://shop.example/n' }),
    wire: { ...requests.refund, loginName: 'shop', notifyUrl: 'https://shop.example/n' },
    answer: answerWith(refundOrder),
    result: refundOrder,
  },
];
