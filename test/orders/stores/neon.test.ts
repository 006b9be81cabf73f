import { neon, neonConfig, Pool } from '@neondatabase/serverless';
import { postgresStore } from 'react-iotpay/orders';
import { testOrderStore } from 'react-iotpay/testing/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createFreshDatabase, type FreshDatabase, server } from '../../examples/freshDatabase';
import { openShop } from '../shop';
import { startWebSocketProxy, type WebSocketProxy } from './webSocketProxy';

describe(`postgresStore with Neon's serverless Pool, by WebSocket, on ${server}`, () => {
  let fresh: FreshDatabase;
  let proxy: WebSocketProxy;
  let pool: Pool;

  beforeAll(async () => {
    fresh = await createFreshDatabase();
    proxy = await startWebSocketProxy(fresh.url);
    Object.assign(neonConfig, {
      webSocketConstructor: WebSocket,
      wsProxy: () => proxy.address,
      useSecureWebSocket: false,
      // Neon's own servers take the password before they ask for it.
      pipelineConnect: false,
    });
    pool = new Pool({ connectionString: fresh.url, max: 5 });
    // Dropping the database may meet connections that are still being closed.
    pool.on('error', () => undefined);
  });
  afterAll(async () => {
    await pool.end();
    await proxy.close();
    await fresh.drop();
  });

  let lastSchema = 0;
  const openStore = () => postgresStore(pool, { schema: `shop_${(lastSchema += 1)}` });
  testOrderStore(it, openStore);

  it('leaves an order as it was when the connection is cut in the middle of a change, and goes on with another', async () => {
    const store = openStore();
    await store.migrate();
    const paid: string[] = [];
    const { orders, gateway, deliver } = openShop({
      store,
      async onPaid({ key }, sql) {
        if (paid.push(key) === 1) proxy.cut();
        await sql.query('SELECT 1');
      },
    });
    const { order } = await orders.checkout({ key: 'a cart', amount: 2434 });
    gateway.pay(order.mchOrderNo, 'paid');
    const [notification = ''] = gateway.notifications;

    expect(await deliver()).toEqual([500]);
    expect((await orders.find(order.mchOrderNo))?.state).toBe('open');
    gateway.notifications.push(notification);
    expect(await deliver()).toEqual([200]);
    expect((await orders.find(order.mchOrderNo))?.state).toBe('paid');
    expect(paid).toEqual(['a cart', 'a cart']);
  });
});

it("refuses Neon's HTTP client, which knows no transactions that a handler runs in", () => {
  const http = neon('postgres://user:password@shop.example/shop');
  // @ts-expect-error Its queries give rows, and not an object with rows.
  expect(() => postgresStore(http)).toThrow(/takes a Pool of pg or of @neondatabase\/serverless/);
});
