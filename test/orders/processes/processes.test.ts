import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import { type Order, postgresStore } from 'react-iotpay/orders';
import { type Sandbox, startSandbox } from 'react-iotpay/sandbox';
import { expect, it, onTestFinished } from 'vitest';
import { createFreshDatabase, server } from '../../examples/freshDatabase';
import { startRelay } from '../../examples/relay';
import { type ShopProcesses, startShopProcesses } from './shopProcesses';

/** How many carts are bought; `.ci/run` asks for more. */
const carts = Number(process.env.MODEL_CARTS ?? 30);

const cards = [
  ...['4242424242424242', '5555555555554444', '4242424242424242', '4000000000000002', '4000000000000119'],
  // Pending; and notifications that are lost, doubled, late, out of order and wrongly signed.
  ...['4000000000000077', '4000000000000408', '4000000000000416', '4000000000000424', '4000000000000432'],
  '4000000000000440',
];
const faults = [
  { call: 'cc_purchase', kind: 'cut', carriedOut: true },
  { call: 'cc_purchase', kind: 'fail' },
  { call: 'cc_query', kind: 'fail' },
  { call: 'cc_query', kind: 'cut' },
  { call: 'cc_purchasewithwallet', kind: 'cut', carriedOut: true },
  { call: 'cc_purchasewithwallet', kind: 'cut' },
  { call: 'cc_purchasewithwallet', kind: 'fail', carriedOut: true },
  { call: 'cc_refund', kind: 'cut', carriedOut: true },
  { call: 'cc_void', kind: 'fail', carriedOut: true },
];

const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64');

async function post<Answer>(url: string, body: object): Promise<Answer | undefined> {
  const headers = { 'content-type': 'application/json' };
  try {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.ok ? ((await response.json()) as Answer) : undefined;
  } catch {
    return undefined;
  }
}

interface View {
  mchOrderNo: string;
  secureId?: string;
  settled?: 'paid' | 'failed' | 'unknown';
}

/** A customer who buys one cart, and tries again after every error, until the shop says paid or unknown. */
async function buy(shop: ShopProcesses, sandbox: Sandbox, cart: number): Promise<void> {
  const request = { cartId: `cart-${cart}`, amount: 1000 + cart };
  let declined: string | undefined;
  for (let attempt = 1; attempt <= 8; attempt++) {
    if (Math.random() < 0.2) await post(`${sandbox.url}/_sandbox/faults`, pick(faults));
    const wallet = { type: 'ApplePay', data: base64({ sandboxCard: pick(cards) }) };
    const wish = Math.random() < 0.3 ? { request, wallet } : { request, declined };
    const view = await post<View>(`${shop.url}/pay/checkout`, wish);
    if (view?.settled === 'paid' || view?.settled === 'unknown') return;
    if (view?.secureId) {
      const card = { number: pick(cards), holder: 'Ann', expiry: '1234', code: '123' };
      await post(`${sandbox.url}/cc/submit`, { key: view.secureId, card });
      if (Math.random() < 0.2) {
        await post(`${sandbox.url}/_sandbox/notifications`, { mchOrderNo: view.mchOrderNo, forged: true });
      }
      declined = Math.random() < 0.5 ? view.mchOrderNo : undefined;
    }
    await pause(50);
  }
}

/** Gives money back, some of it twice at the same moment. */
async function giveBack(shop: ShopProcesses, sandbox: Sandbox, order: Order, index: number): Promise<void> {
  const { mchOrderNo } = order;
  if (index % 2) await post(`${sandbox.url}/_sandbox/settle`, { mchOrderNo });
  if (Math.random() < 0.3) await post(`${sandbox.url}/_sandbox/faults`, pick(faults));
  const wish = { mchOrderNo, key: 'r', ...(index % 3 === 0 && { amount: 300 }) };
  await Promise.all([post(`${shop.url}/refund`, wish), post(`${shop.url}/refund`, wish)]);
}

interface GatewayOrder {
  mchOrderNo: string;
  payOrderId: string;
  originalOrderId?: string;
  payType: string;
  status: number;
  amount: number;
}

it(
  `three processes on ${server}, killed and cut off all the time, agree with the gateway in the end (${carts} carts)`,
  { timeout: 600_000 },
  async () => {
    const fresh = await createFreshDatabase();
    const relay = await startRelay(fresh.url);
    const sandbox = await startSandbox({
      clocks: {
        bankMs: 20,
        pendingMs: 300,
        settlementMs: 3_600_000,
        lateNotificationMs: 500,
        notifyRetryMs: [100, 300],
      },
    });
    const pool = new Pool({ connectionString: fresh.url, max: 2 });
    // Dropping the database may meet connections that are still being closed.
    pool.on('error', () => undefined);
    const store = postgresStore(pool);
    await store.migrate();
    await pool.query('CREATE TABLE diary (kind text NOT NULL, mch_order_no text NOT NULL)');
    const iotpay = { environment: { baseUrl: sandbox.url }, ...sandbox.credentials };
    const shop = await startShopProcesses(3, { databaseUrl: relay.url, iotpay });
    onTestFinished(async () => {
      await shop.stop();
      await sandbox.close();
      await relay.close();
      await pool.end();
      await fresh.drop();
    });
    const allOrders = () => store.list({ limit: 10_000 });

    const over = new AbortController();
    const trouble = (async () => {
      for (let turn = 0; !over.signal.aborted; turn++) {
        await pause(50 + Math.random() * 250);
        if (turn % 2 === 0) await shop.killOne();
        else relay.cut();
      }
    })();
    const queue = Array.from({ length: carts }, (_, cart) => cart).values();
    const customers = async () => {
      for (const cart of queue) await buy(shop, sandbox, cart);
    };
    await Promise.all(Array.from({ length: 8 }, customers));
    const paid = (await allOrders()).filter(({ state }) => state === 'paid');
    for (const [index, order] of paid.slice(0, carts / 3).entries())
      await giveBack(shop, sandbox, order, index);
    over.abort();
    await trouble;
    expect(shop.kills).toBeGreaterThan(0);

    // Calm: the shop's clock runs through more than a week, and it asks about all that is not decided.
    await fetch(`${sandbox.url}/_sandbox/faults`, { method: 'DELETE' });
    await pause(1000);
    const minutes = [
      1,
      5,
      20,
      40,
      60,
      80,
      100,
      120,
      180,
      300,
      ...Array.from({ length: 10 }, (_, day) => (day + 1) * 1440),
    ];
    for (const minute of minutes) {
      for (let round = 0; round < 3; round++) await post(`${shop.url}/settle`, { ahead: minute * 60_000 });
    }

    const gateway = (await (await fetch(`${sandbox.url}/_sandbox/orders`)).json()) as {
      orders: GatewayOrder[];
    };
    const done = gateway.orders.filter(({ status }) => status === 2 || status === 3);
    const numbers = (orders: GatewayOrder[], payType: string) =>
      orders.filter((order) => order.payType === payType).map(({ mchOrderNo }) => mchOrderNo);
    const orders = await allOrders();
    const payments = orders.flatMap(({ mchOrderNo, payments: own }) => own.map(() => mchOrderNo));
    const refunds = orders.flatMap(({ refunds: own }) => own);
    expect(payments.sort()).toEqual(numbers(done, 'pay').sort());
    expect(
      refunds
        .filter(({ state }) => state === 'succeeded')
        .map(({ mchRefundNo }) => mchRefundNo)
        .sort(),
    ).toEqual(numbers(done, 'refund').sort());
    expect(refunds.filter(({ state }) => state === 'pending')).toEqual([]);
    expect(orders.filter(({ state }) => state === 'open')).toEqual([]);

    const { rows } = await pool.query<{ kind: string; mch_order_no: string }>(
      'SELECT kind, mch_order_no FROM diary',
    );
    const told = (kind: string) =>
      rows
        .filter((row) => row.kind === kind)
        .map((row) => row.mch_order_no)
        .sort();
    const paidOrders = (isSurplus: boolean) =>
      orders
        .flatMap(({ mchOrderNo, payments: own }) =>
          own.filter(({ surplus }) => (surplus !== undefined) === isSurplus).map(() => mchOrderNo),
        )
        .sort();
    expect(told('paid')).toEqual(paidOrders(false));
    expect(told('surplus')).toEqual(paidOrders(true));
    const keys = orders
      .filter(({ payments: own }) => own.some(({ surplus }) => !surplus))
      .map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(carts / 3);
  },
);
