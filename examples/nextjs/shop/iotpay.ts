import { createIotPay } from 'react-iotpay/server';

const { IOTPAY_URL = '', IOTPAY_MCH_ID = '', IOTPAY_LOGIN = '', IOTPAY_KEY = '' } = process.env;

/**
 * The shop's line to IOTPay. This module holds the merchant key, so only routes and server components may import it: were a
 * client component to, `next build` would refuse.
 */
export const iotpay = createIotPay({
  environment: { baseUrl: IOTPAY_URL },
  mchId: IOTPAY_MCH_ID,
  loginName: IOTPAY_LOGIN,
  merchantKey: IOTPAY_KEY,
});
