// worker.ts: Cloudflare Workers, with the compatibility flag nodejs_compat
import { Pool } from 'pg';
import { createOrders, postgresStore } from 'react-iotpay/orders';
import { createIotPay } from 'react-iotpay/server';

interface Env {
  HYPERDRIVE: { connectionString: string };
  IOTPAY_URL: string;
  IOTPAY_MCH_ID: string;
  IOTPAY_LOGIN: string;
  IOTPAY_KEY: string;
  SHOP_URL: string;
}

function createShop(env: Env) {
  const pool = new Pool({ connectionString: env.HYPERDRIVE.connectionString });
  const orders = createOrders<{ cartId: string }>({
    iotpay: createIotPay({
      environment: { baseUrl: env.IOTPAY_URL },
      mchId: env.IOTPAY_MCH_ID,
      loginName: env.IOTPAY_LOGIN,
      merchantKey: env.IOTPAY_KEY,
    }),
    store: postgresStore(pool),
    url: `${env.SHOP_URL}/pay`,
    returnTo: '/thanks',
    async checkout({ body }) {
      const { rows } = await pool.query<{ id: string; cents: number }>('select * from carts where id = $1', [
        body.cartId,
      ]);
      const [cart] = rows;
      if (!cart) throw Response.json({ code: 'no_such_cart', message: 'Empty cart' }, { status: 404 });
      return { key: cart.id, amount: cart.cents, data: { cartId: cart.id } };
    },
    onPaid: ({ data }, sql) => sql.query('insert into parcels values ($1)', [data.cartId]),
  });
  return { orders, pool };
}

// A Worker may use a connection in the request that opened it, and in no other. Hyperdrive keeps the real ones open.
export default {
  async fetch(request: Request, env: Env) {
    const { orders, pool } = createShop(env);
    try {
      return await orders.fetch(request);
    } finally {
      await pool.end();
    }
  },
  /** For a Cron Trigger, once a minute. */
  async scheduled(_event: unknown, env: Env) {
    const { orders, pool } = createShop(env);
    try {
      await orders.settleDue();
    } finally {
      await pool.end();
    }
  },
};
