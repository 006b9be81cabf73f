import { once } from 'node:events';
import { Pool } from 'pg';
import { createOrders, postgresStore } from 'react-iotpay/orders';
import { instantGateway } from './instantGateway';

// One process of a shop that does nothing but what is measured, as fast as it can.
const [databaseUrl, name = ''] = process.argv.slice(2);
const atOnce = 8;
process.once('disconnect', () => process.exit());

const pool = new Pool({ connectionString: databaseUrl, max: atOnce });
const iotpay = instantGateway();
const url = 'https://shop.example/pay';
let ahead = 0;
const now = () => Date.now() + ahead;
const orders = createOrders({
  iotpay,
  store: postgresStore(pool),
  url,
  now,
  onPaid: ({ mchOrderNo }, sql) => sql.query('INSERT INTO parcels VALUES ($1)', [mchOrderNo]),
});

const opened: string[] = [];
let last = 0;

async function checkout(): Promise<void> {
  const { order } = await orders.checkout({
    key: `${name}-${(last += 1)}`,
    amount: 2434,
    data: { cartId: last },
  });
  opened.push(order.mchOrderNo);
}

async function notify(): Promise<boolean> {
  const mchOrderNo = opened.pop();
  if (mchOrderNo === undefined) return false;
  const body = {
    payOrderId: `P${mchOrderNo}`,
    mchOrderNo,
    mchId: iotpay.mchId,
    amount: 2434,
    currency: 'CAD',
    status: 2,
  };
  const response = await orders.fetch(
    new Request(`${url}/notify`, { method: 'POST', body: JSON.stringify({ ...body, sign: 'A'.repeat(32) }) }),
  );
  if (response.status !== 200) throw new Error(`The notification was answered with ${response.status}.`);
  return true;
}

/** How often the work was done per second, by this process, in so many milliseconds. */
async function rate(work: () => Promise<number>, ms: number): Promise<number> {
  const start = performance.now();
  let count = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (performance.now() - start < ms) {
        const done = await work();
        if (done === 0) break;
        count += done;
      }
    }),
  );
  return (count / (performance.now() - start)) * 1000;
}

const works = {
  checkouts: async () => (await checkout(), 1),
  notifications: async () => Number(await notify()),
  settlements: async () => (await orders.settleDue({ limit: 20, atOnce: 1 })).asked,
};

process.send?.('ready');
for (;;) {
  const [message] = (await once(process, 'message')) as [
    { work: keyof typeof works; ms: number; ahead: number },
  ];
  ({ ahead } = message);
  process.send?.(await rate(works[message.work], message.ms));
}
