import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Orders } from 'react-iotpay/orders';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openShop } from '../shop';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/pay`;
}

const shop = () =>
  openShop({ checkout: ({ body }) => ({ key: `cart-${String(body.cartId)}`, amount: 2434 }) });

const servers: [string, (orders: Orders) => RequestListener][] = [
  ['node:http', (orders) => (request, response) => void orders.node(request, response)],
  ['Express', (orders) => express().use('/pay', orders.node)],
  [
    'Express behind its JSON parser',
    (orders) =>
      express()
        .use(express.json(), express.urlencoded({ extended: false }))
        .use('/pay', orders.node),
  ],
];

describe.each(servers)('orders.node in %s', (_, listenerFor) => {
  it('opens an order, shows it to its browser, and takes the gateway’s notification', async () => {
    const { orders, gateway, told } = shop();
    const url = await serve(listenerFor(orders));
    const opened = await fetch(`${url}/checkout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ request: { cartId: 7 } }),
    });
    expect(opened.status).toBe(200);
    const { mchOrderNo } = (await opened.json()) as { mchOrderNo: string };
    gateway.pay(mchOrderNo, 'paid');
    const [body = ''] = gateway.notifications;
    const notified = await fetch(`${url}/notify`, {
      method: 'POST',
      headers: { 'content-type': 'application/json;charset=UTF-8' },
      body,
    });
    expect(await notified.text()).toBe('success');
    expect(told).toEqual(['paid cart-7']);

    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const order = await fetch(`${url}/orders/${mchOrderNo}`, { headers: { cookie } });
    expect(await order.json()).toMatchObject({ outcome: 'paid' });
    const back = await fetch(`${url}/return/${mchOrderNo}`, { redirect: 'manual' });
    expect(back.headers.get('location')).toContain(mchOrderNo);
  });

  it('refuses what is no JSON and what is too long', async () => {
    const { orders } = shop();
    const url = await serve(listenerFor(orders));
    const send = async (body: string, type = 'application/json') =>
      (await fetch(`${url}/checkout`, { method: 'POST', headers: { 'content-type': type }, body })).status;
    expect(await send('{')).toBe(400);
    expect(await send('a=b', 'application/x-www-form-urlencoded')).toBe(415);
    expect(await send(JSON.stringify({ request: { text: 'x'.repeat(90_000) } }))).toBe(413);
  });
});

describe('orders.node behind something that reads the body and leaves nothing of it', () => {
  it('says so at once, to the shop’s log and not to the page', async () => {
    const { orders, problems } = shop();
    const url = await serve((request, response) => {
      request.resume().on('end', () => void orders.node(request, response));
    });
    const answer = await fetch(`${url}/checkout`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ request: { cartId: 7 } }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([500, { code: 'internal' }]);
    expect(problems).toMatchObject([
      { code: 'invalid_config', message: expect.stringContaining('before the body parser') as string },
    ]);
  });
});
