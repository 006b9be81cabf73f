import { createOrders, postgresStore, type SqlPool } from 'react-iotpay/orders';
import { createIotPay } from 'react-iotpay/server';

declare const pool: SqlPool; // your database: pg, PGlite, or a serverless driver
declare const carts: { find(id: unknown): Promise<{ id: string; revision: number; cents: number }> };

const { IOTPAY_MCH_ID: mchId = '', IOTPAY_LOGIN: loginName = '', IOTPAY_KEY: merchantKey = '' } = process.env;

export const orders = createOrders<{ cartId: string }>({
  iotpay: createIotPay({ environment: 'production', mchId, loginName, merchantKey }),
  store: postgresStore(pool),
  url: 'https://shop.example/pay', // where the routes are mounted
  returnTo: '/thanks',
  checkout: async ({ body }) => {
    const { id, revision, cents } = await carts.find(body.cartId); // your own price: what a browser says is a wish
    return { key: `${id}/${revision}`, amount: cents, data: { cartId: id } };
  },
  // In the transaction that makes it paid: exactly once.
  onPaid: ({ data }, sql) => sql.query('insert into parcels (cart_id) values ($1)', [data.cartId]),
});

export const { GET, POST } = orders.routes; // Next.js; app.use('/pay', orders.node) for Express; orders.fetch for Hono, Workers, Bun
