import type { Behaviour, GatewaySaid } from './gatewayAnswers';

const refused = (retMsg: string, httpStatus = 200): GatewaySaid => ({ httpStatus, retCode: 'FAIL', retMsg });

const openOrder = [
  'amount',
  'channel',
  'currency',
  'mchId',
  'mchOrderNo',
  'payOrderId',
  'payType',
  'refundable',
  'status',
];

const paidOrder = [
  ...openOrder,
  'authNum',
  'cardNum',
  'cardType',
  'expiryDate',
  'invoiceNum',
  'paySuccTime',
  'redirectUrl',
  'transNum',
];

const numbers = ['amount', 'refundable', 'status'];

/** The sandbox's behaviour without a probe, which docs/gateway-contract.md assumes. */
export const usualBehaviour: Behaviour = {
  unknownOrder: refused('pay order does not exist'),
  wrongSignature: refused('Verify sign failed'),
  missingSign: refused('request params[sign] error: is missing'),
  unknownMerchant: refused('mchId does not exist'),
  missingField: refused('request params[{field}] error: is missing'),
  tooLong: refused('request params[{field}] error: must be at most 30 characters'),
  cardNotBound: refused('cardId is not binding'),
  unknownPayment: refused('pay order does not exist'),
  usedOrderNo: refused('mchOrderNo is already used'),
  unknownCall: refused('no such call', 404),
  brokenBody: refused('request params error: the body is not JSON'),
  fieldOrder: 'either',
  emptyFields: 'left out',
  unknownFields: 'signed',
  lowerCaseSign: 'refused',
  addCardName: 'either',
  unpaidOrder: { httpStatus: 200, retCode: 'SUCCESS', status: 0 },
  secureId: { length: 64, alphabet: 'lower-case hex' },
  redirectUrl: '{gateway}/cc/purchase?key={secureId}',
  answerFields: ['retCode', 'retData', 'retMsg'],
  orderFields: openOrder,
  scriptGlobals: ['Iotpay'],
  scriptMethods: ['mount'],
  mountElement: 'throws',
  mountMissing: 'throws',
  mountFrame: 'later',
  twoForms: 'both',
  unknownSecureId: { calls: 'FAIL', shows: 'error' },
  spentSecureId: { calls: 'nothing', shows: 'error' },
  outcomeCalls: 1,
  outcomeShape: [
    'result: string',
    'detail.retCode: string',
    'detail.retMsg: string',
    ...paidOrder.map((name) => `detail.retData.${name}: ${numbers.includes(name) ? 'number' : 'string'}`),
  ].sort(),
};
