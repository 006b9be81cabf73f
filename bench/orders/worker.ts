import { once } from 'node:events';
import { Pool, type PoolClient } from 'pg';
import { createOrders, postgresStore, type SqlPool } from 'react-iotpay/orders';
import { instantGateway } from './instantGateway';

// One process of a shop. It does only the measured work, as fast as it can.
const [databaseUrl, name = ''] = process.argv.slice(2);
const atOnce = 8;
process.once('disconnect', () => process.exit());

const pool = new Pool({ connectionString: databaseUrl, max: atOnce });
const iotpay = instantGateway();
const url = 'https://shop.example/pay';
let ahead = 0;
const now = () => Date.now() + ahead;
let statements = 0;

/**
 * Counts the statements that the library and the shop's handler send to the database, including `BEGIN` and `COMMIT`.
 */
function counted(to: Pool | PoolClient): SqlPool['query'] {
  const query = to.query.bind(to) as SqlPool['query'];
  return (text, values) => {
    statements += 1;
    return query(text, values);
  };
}

const orders = createOrders({
  iotpay,
  store: postgresStore({
    query: counted(pool),
    async connect() {
      const client = await pool.connect();
      return { query: counted(client), release: (broken?: boolean) => client.release(broken) };
    },
  }),
  url,
  now,
  onPaid: ({ mchOrderNo }, sql) => sql.query('INSERT INTO parcels VALUES ($1)', [mchOrderNo]),
});

export interface Measured {
  readonly rate: number;
  readonly statements: number;
}

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

/**
 * How often this process did the work per second, during the given milliseconds, and with how many statements each
 * time.
 */
async function measure(work: () => Promise<number>, ms: number): Promise<Measured> {
  statements = 0;
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
  return { rate: (count / (performance.now() - start)) * 1000, statements: statements / count };
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
  process.send?.(await measure(works[message.work], message.ms));
}
