import type { ServerResponse } from 'node:http';
import { Pool } from 'pg';
import { sign } from 'react-iotpay/server';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { CheckoutView } from '../../examples/checkout/api';
import { credentials, secureId, startGateway, type ReceivedCall } from '../server/gateway/gatewayDouble';
import { createFreshDatabase, type FreshDatabase, server } from './freshDatabase';
import { startMerchant, type Merchant } from './merchants';

const orderCount = 200;
const timesEach = 5;
const killAfter = 500;

let fresh: FreshDatabase;
let database: Pool;

beforeAll(async () => {
  fresh = await createFreshDatabase();
  database = new Pool({ connectionString: fresh.url, max: 4 });
});
afterAll(async () => {
  await database.end();
  await fresh.drop();
});

/** Does the work for every item, so many at a time, and fails with the first that fails. */
async function forEachOf<Item>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<void>) {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of queue) await work(item);
    }),
  );
}

/** It opens payments, and knows of none when it is asked: only its notifications can make an order paid. */
function answerCall(response: ServerResponse, { path, fields }: ReceivedCall): void {
  const retData = path.endsWith('cc_purchase')
    ? { secureId, redirectUrl: `https://ccapi.iotpaycloud.com/cc/purchase?key=${secureId}` }
    : { payOrderId: 'PC0', mchOrderNo: fields.mchOrderNo, amount: 1, currency: 'CAD', status: 0 };
  response.end(JSON.stringify({ retCode: 'SUCCESS', retData }));
}

async function checkOut(merchant: Merchant): Promise<CheckoutView> {
  const response = await fetch(`${merchant.url}/api/checkout`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      checkoutKey: 'attempt-1/PF_CC',
      channel: 'PF_CC',
      items: [{ productId: 'deck-mug', quantity: 1 }],
    }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as CheckoutView;
}

interface Notification {
  mchOrderNo: string;
  payOrderId: string;
  body: string;
}

function notificationFor({ mchOrderNo, bag }: CheckoutView): Notification {
  const payOrderId = `PC${mchOrderNo.slice(2)}`;
  const { mchId, merchantKey } = credentials;
  const order = {
    payOrderId,
    mchOrderNo,
    mchId,
    amount: bag.total,
    currency: 'CAD',
    status: 2,
    payType: 'pay',
  };
  return { mchOrderNo, payOrderId, body: JSON.stringify({ ...order, sign: sign(order, merchantKey) }) };
}

async function isAcknowledged(merchant: Merchant, { body }: Notification): Promise<boolean> {
  try {
    const response = await fetch(`${merchant.url}/iotpay/notify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json;charset=UTF-8' },
      body,
    });
    return response.status === 200 && (await response.text()) === 'success';
  } catch {
    return false;
  }
}

async function stateOf({ mchOrderNo }: Notification): Promise<unknown> {
  const { rows } = await database.query<{ state: string }>(
    'SELECT state FROM orders WHERE mch_order_no = $1',
    [mchOrderNo],
  );
  return rows[0]?.state;
}

describe(`two merchant processes on ${server}, one of them killed in the middle`, () => {
  it('pay every order exactly once and lose none', { timeout: 180_000 }, async () => {
    const gateway = await startGateway(answerCall);
    const settings = {
      databaseUrl: fresh.url,
      iotpay: { ...credentials, environment: { baseUrl: gateway.url } },
    };
    const merchants = await Promise.all([startMerchant(settings), startMerchant(settings)]);
    onTestFinished(async () => {
      await Promise.all(merchants.map((merchant) => merchant.stop()));
    });
    const [, victim] = merchants;

    const notifications: Notification[] = [];
    await forEachOf(
      Array.from({ length: orderCount }, (_, i) => merchants[i % 2]),
      8,
      async (merchant) => {
        if (merchant) notifications.push(notificationFor(await checkOut(merchant)));
      },
    );

    let acknowledged = 0;
    let repeated = 0;
    let restarted: Promise<void> | undefined;
    const deliveries = notifications.flatMap((notification) =>
      Array.from({ length: timesEach }, () =>
        merchants.map((merchant) => ({ merchant, notification })),
      ).flat(),
    );
    await forEachOf(deliveries, 30, async ({ merchant, notification }) => {
      // As the gateway does: again, until it is acknowledged.
      for (let attempt = 1; !(await isAcknowledged(merchant, notification)); attempt++) {
        expect(attempt).toBeLessThan(10);
        repeated += 1;
        await merchant.up;
      }
      expect(await stateOf(notification)).toBe('paid');
      acknowledged += 1;
      if (acknowledged === killAfter) restarted = victim.killAndRestart();
    });
    await restarted;

    expect(acknowledged).toBe(orderCount * timesEach * 2);
    // Otherwise nothing was under way when the process was killed.
    expect(repeated).toBeGreaterThan(0);

    const { rows: payments } = await database.query(
      `SELECT mch_order_no AS "mchOrderNo", pay_order_id AS "payOrderId", surplus FROM payments ORDER BY 1`,
    );
    const expected = notifications.map(({ mchOrderNo, payOrderId }) => ({
      mchOrderNo,
      payOrderId,
      surplus: false,
    }));
    expect(payments).toEqual(expected.sort((a, b) => (a.mchOrderNo < b.mchOrderNo ? -1 : 1)));
    // No constraint keeps an order from having two of these: each would be another parcel.
    const { rows: events } = await database.query(
      `SELECT kind, count(*)::int AS events, count(DISTINCT mch_order_no)::int AS orders FROM order_events GROUP BY kind`,
    );
    expect(events).toEqual([{ kind: 'paid', events: orderCount, orders: orderCount }]);
    const { rows: states } = await database.query(
      'SELECT state, settled_by, count(*)::int AS orders FROM orders GROUP BY state, settled_by',
    );
    expect(states).toEqual([{ state: 'paid', settled_by: 'notification', orders: orderCount }]);
  });
});
