import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { Pool } from 'pg';
import { createOrders, type Order, postgresStore, type Sql } from 'react-iotpay/orders';
import { createIotPay, type IotPayConfig } from 'react-iotpay/server';

export interface ProcessSettings {
  databaseUrl: string;
  iotpay: IotPayConfig;
  /** The address at which the gateway and customers reach any process of the shop. */
  url: string;
}

// A shop in a process of its own: it tells its parent where it listens, and ends with it. Beside its routes it has two for the test.
const settings = JSON.parse(process.argv[2] ?? '') as ProcessSettings;
process.once('disconnect', () => process.exit());
const pool = new Pool({ connectionString: settings.databaseUrl, max: 4, connectionTimeoutMillis: 3000 });
pool.on('error', () => undefined);
let ahead = 0;

const tell =
  (kind: string) =>
  async ({ mchOrderNo }: Order, sql: Sql) => {
    await sql.query('INSERT INTO diary (kind, mch_order_no) VALUES ($1, $2)', [kind, mchOrderNo]);
  };

const orders = createOrders({
  iotpay: createIotPay(settings.iotpay),
  store: postgresStore(pool),
  url: settings.url,
  now: () => Date.now() + ahead,
  checkout: ({ body }) => ({
    key: String(body.cartId),
    amount: Number(body.amount),
    data: { cartId: body.cartId },
  }),
  onPaid: tell('paid'),
  onSurplus: tell('surplus'),
  onFailed: tell('failed'),
  onRefunded: tell('refunded'),
  onError: (error) => {
    if (process.env.SHOP_LOG) process.stderr.write(`${String(error)}\n`);
  },
});
await migrateAtLast();
orders.startSettling({ everyMs: 200, limit: 20 });

/** As a supervisor would start the shop again while its database takes no connection. */
async function migrateAtLast(triesLeft = 20): Promise<void> {
  try {
    await orders.migrate();
  } catch (error) {
    if (triesLeft === 0) throw error;
    await pause(200);
    await migrateAtLast(triesLeft - 1);
  }
}

const server = createServer((request, response) => {
  if (request.url === '/refund') void refund();
  else if (request.url === '/settle') void settle();
  else void orders.node(request, response);

  async function refund(): Promise<void> {
    try {
      response.end(JSON.stringify(await orders.refund((await json(request)) as never)));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  }

  /** Moves the shop's clock forward, and settles the orders that are due then. */
  async function settle(): Promise<void> {
    ({ ahead } = (await json(request)) as { ahead: number });
    try {
      response.end(JSON.stringify(await orders.settleDue({ limit: 1000, atOnce: 4 })));
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  }
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
