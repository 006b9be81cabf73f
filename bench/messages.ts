import { sign } from './built';

export const merchantKey = 'kX9vR2mQ7wLp4TzB8nYc3HsD6fGj5AeU';
export const mchId = '10000701';

/** There are enough different messages that the same strings are never measured twice in a row. */
const howMany = 64;

/**
 * A purchase of ten fields. It goes through JSON, so that its strings are in one piece, as in a request or from a
 * database.
 */
function purchase(index: number): Record<string, unknown> {
  const request = {
    mchId,
    mchOrderNo: `A20240101${100_000 + index}`,
    amount: 1999 + index,
    currency: 'CAD',
    loginName: 'shop',
    channel: 'PF_CC',
    notifyUrl: 'https://shop.example/iotpay/notify',
    returnUrl: `https://shop.example/orders/${index}`,
    subject: `Order ${index}`,
    body: '2 x coffee, 1 x tea',
  };
  return JSON.parse(JSON.stringify(request)) as Record<string, unknown>;
}

/**
 * A paid order's notification as its body holds it: every field of section 3 of docs/gateway-contract.md, about 500 bytes.
 */
export function notification(index: number): string {
  const order = {
    payOrderId: `PC202401012312560438866${10_000 + index}`,
    mchId,
    mchOrderNo: `A20240101${100_000 + index}`,
    currency: 'CAD',
    amount: 1999 + index,
    payType: 'pay',
    refundable: 1999 + index,
    status: 2,
    paySuccTime: '2024-01-01 23:13:02',
    cardNum: '432567******2266',
    cardType: 'V',
    expiryDate: '1228',
    invoiceNum: `${700_000 + index}`,
    authNum: `${300_000 + index}`,
    transNum: `${100_000_000_000 + index}`,
    channel: 'PF_CC',
  };
  return JSON.stringify({ ...order, sign: sign(order, merchantKey) });
}

export const purchases = Array.from({ length: howMany }, (_, index) => purchase(index));

export const notifications = Array.from({ length: howMany }, (_, index) => notification(index));
