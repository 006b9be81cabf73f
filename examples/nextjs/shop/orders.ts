import { createOrders, postgresStore } from 'react-iotpay/orders';
import { createIotPay, toCents } from 'react-iotpay/server';
import { database } from './database';
import { addParcel } from './parcels';
import { product } from './product';
import { readSession } from './session';

const {
  SHOP_URL = '',
  IOTPAY_URL = '',
  IOTPAY_MCH_ID = '',
  IOTPAY_LOGIN = '',
  IOTPAY_KEY = '',
} = process.env;

/**
 * The shop's payments. This module holds the merchant key, so only routes and server components may import it. If a
 * client component imports it, `next build` refuses.
 */
export const orders = createOrders({
  iotpay: createIotPay({
    environment: { baseUrl: IOTPAY_URL },
    mchId: IOTPAY_MCH_ID,
    loginName: IOTPAY_LOGIN,
    merchantKey: IOTPAY_KEY,
  }),
  store: postgresStore(database),
  url: `${SHOP_URL}/pay`,
  returnTo: '/thanks',
  authorize: async () => (await readSession()).customer,
  // The cart is the session's, and the price is the server's own, so a browser can change neither.
  checkout: async ({ customer }) => {
    const { cartId } = await readSession();
    if (!cartId) throw Response.json({ code: 'no_cart', message: 'There is no cart.' }, { status: 400 });
    return { key: cartId, amount: toCents(product.price), subject: product.name, customer };
  },
  onPaid: addParcel,
  // Replace this by your shop's alarm. The order stays in `orders.list({ attention: true })` until it is refunded.
  onSurplus: ({ mchOrderNo }, _sql, { payOrderId }) =>
    console.error(`Order ${mchOrderNo} was paid although its cart is: give ${payOrderId} back.`),
});
