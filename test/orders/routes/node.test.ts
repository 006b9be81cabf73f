import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
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

  it('refuses a body that is not JSON or too long', async () => {
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
  it('says to the shop’s log, and not to the page, that the body was read before', async () => {
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

/** The answer to a raw request that a browser could not send. */
async function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(text);
  let answer = '';
  for await (const chunk of socket) {
    answer += String(chunk);
    if (answer.includes('\r\n\r\n')) break;
  }
  socket.destroy();
  return answer.split('\r\n')[0] ?? '';
}

describe('orders.node', () => {
  const open = (orders: Orders) => serve((request, response) => void orders.node(request, response));

  it.each([
    ['a path that is no URL', 'GET // HTTP/1.1'],
    ['an address that is no URL', 'GET http://[ HTTP/1.1'],
    ['an asterisk', 'OPTIONS * HTTP/1.1'],
    ['a method that fetch does not know', 'TRACE /pay/cards HTTP/1.1'],
  ])('answers %s, and goes on', async (_, line) => {
    const url = await open(shop().orders);
    expect(await sendRaw(url, `${line}\r\nHost: shop.example\r\n\r\n`)).toMatch(/^HTTP\/1.1 4\d\d /);
    expect((await fetch(`${url}/return`, { redirect: 'manual' })).status).toBe(303);
  });

  it('reads no body that no route needs, and not the rest of one that is too long', async () => {
    const { orders } = shop();
    const listeners: number[] = [];
    const url = await serve((request, response) => {
      response.once('finish', () => listeners.push(request.listenerCount('data')));
      void orders.node(request, response);
    });
    const head = (path: string) =>
      `POST ${path} HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `20000\r\n${'x'.repeat(0x20000)}\r\n`;
    expect(await sendRaw(url, head('/pay/nothing') + chunk)).toContain(' 404 ');
    expect(await sendRaw(url, head('/pay/checkout') + chunk)).toContain(' 413 ');
    expect(listeners).toEqual([0, 0]);
  });

  it('answers HEAD as GET, without a body, and names the methods of a route', async () => {
    const url = await open(shop().orders);
    const head = await fetch(`${url}/return/A1`, { method: 'HEAD', redirect: 'manual' });
    expect([head.status, await head.text()]).toEqual([303, '']);
    const wrong = await fetch(`${url}/checkout`, { method: 'PUT' });
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'POST']);
    const options = await fetch(`${url}/cards`, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });
});
