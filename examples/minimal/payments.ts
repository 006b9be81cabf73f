// payments.ts: your server, the only place that holds the merchant key
import { createOrders, postgresStore } from 'react-iotpay/orders';
import { createIotPay } from 'react-iotpay/server';
import { database, findCart } from './database.js';

const { IOTPAY_URL, IOTPAY_MCH_ID = '', IOTPAY_LOGIN = '', IOTPAY_KEY = '', SHOP_URL } = process.env;

export const orders = createOrders<{ cartId: string }>({
  iotpay: createIotPay({
    environment: IOTPAY_URL ? { baseUrl: IOTPAY_URL } : 'production', // IOTPAY_URL: the local sandbox
    mchId: IOTPAY_MCH_ID,
    loginName: IOTPAY_LOGIN,
    merchantKey: IOTPAY_KEY,
  }),
  store: postgresStore(database),
  url: `${SHOP_URL}/pay`, // where the routes are mounted, as browsers and IOTPay reach them
  returnTo: '/thanks',
  async checkout({ body }) {
    // A browser may send any id. Check that the cart is this customer's, or make ids that nobody can guess,
    // because the receipt is shown to the browser that sends the id. The price is never the browser's.
    const cart = await findCart(body.cartId);
    if (!cart) throw Response.json({ code: 'no_such_cart', message: 'Empty cart' }, { status: 404 });
    return { key: cart.id, amount: cart.cents, data: { cartId: cart.id } }; // a key is paid once at most
  },
  // Runs in the transaction that makes the order paid: exactly once.
  onPaid: ({ data }, sql) => sql.query('insert into parcels values ($1)', [data.cartId]),
});

await orders.migrate();
