import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/index';
import { load, type InstalledShop } from './installedShop';

export interface FixtureShop {
  readonly url: string;
  close(): Promise<void>;
}

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };

/** Serves what a bundler has built into the shop's `dist`, and beside it `POST /checkout`, which opens an order at the gateway. */
export async function serveFixture(shop: InstalledShop, sandbox: Sandbox): Promise<FixtureShop> {
  const { createIotPay, createOrderNo } = await load(shop, 'server');
  const iotpay = createIotPay({ environment: { baseUrl: sandbox.url }, ...sandbox.credentials });

  async function checkOut(response: ServerResponse): Promise<void> {
    const { secureId } = await iotpay.purchase({
      mchOrderNo: createOrderNo(),
      amount: 1500,
      channel: 'PF_CC',
      notifyUrl: `${url}/notify`,
      returnUrl: url,
    });
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify({ secureId, script: `${sandbox.url}/cc/iotpaycc.js` }));
  }

  async function serve(path: string, response: ServerResponse): Promise<void> {
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
    response.end(await readFile(join(shop.root, 'dist', path)));
  }

  const server = createServer((request, response) => {
    const path = request.url === '/' ? 'index.html' : (request.url ?? '');
    const answered = request.method === 'POST' ? checkOut(response) : serve(path, response);
    answered.catch(() => response.writeHead(500).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
