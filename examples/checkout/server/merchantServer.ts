import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { IotPay } from 'react-iotpay/server';
import type { ViteDevServer } from 'vite';
import type { ShopView } from '../api';
import { answerErrors } from './answerErrors';
import { cardRoutes } from './cardRoutes';
import { catalogue, firstBag } from './catalogue';
import { checkoutRoutes } from './checkoutRoutes';
import { knowCustomer } from './customer';
import { gatewayRoutes } from './gatewayRoutes';
import { HttpError } from './httpError';
import { orderRoutes } from './orderRoutes';
import type { Order, Orders } from './orders';
import { createRefunding } from './refunding';
import { refundRoutes } from './refundRoutes';
import type { Refunds } from './refunds';
import { savedCardRoutes } from './savedCardRoutes';
import type { SavedCards } from './savedCards';
import { createSettlement } from './settlement';
import { startSettlingJob, type SettlingJobOptions } from './settlingJob';

export interface MerchantServerOptions {
  iotpay: IotPay;
  orders: Orders;
  refunds: Refunds;
  cards: SavedCards;
  /** What the page is told about the gateway and its own pace. */
  page: Pick<ShopView, 'iotPayScript' | 'pollEveryMs' | 'gateway'>;
  /** Default: any that is free. */
  port?: number | undefined;
  /** Whether the page is served beside the API, and reloads when its files change. */
  serve: 'watched page' | 'page' | 'API only';
  /** The pace of the jobs that settle what nobody asks about. */
  settling?: Pick<SettlingJobOptions<Order>, 'everyMs' | 'atOnce'> | undefined;
  /** Gets what went wrong on the way to an answer of 500 or more, and what was refused of the gateway's notifications. */
  log: (problem: unknown) => void;
}

export interface MerchantServer {
  /** What the customer opens. */
  url: string;
  /** Where the gateway reports payments. */
  notifyUrl: string;
  close(): Promise<void>;
}

/** Vite takes a while to load, and a server that is there for the API alone does without it. */
async function startPage(httpServer: Server, watch: boolean): Promise<ViteDevServer> {
  const { servePage } = await import('./servePage');
  return servePage(httpServer, watch);
}

/** The shop: its API, its page, the routes that the gateway calls, and the jobs that ask it. */
export async function startMerchantServer(options: MerchantServerOptions): Promise<MerchantServer> {
  const { iotpay, orders, refunds, cards, serve, settling, log } = options;
  const httpServer = createServer();
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = httpServer.address() as AddressInfo;
  // The customer's browser sees `localhost` and the gateway's iframe `127.0.0.1`: two sites, as in real life.
  const url = `http://localhost:${port}`;
  const notifyUrl = `http://127.0.0.1:${port}/iotpay/notify`;

  const shop: ShopView = {
    ...options.page,
    products: [...catalogue.values()].map(({ id, name, detail, price }) => ({ id, name, detail, price })),
    bag: firstBag,
  };
  const settlement = createSettlement({ iotpay, orders, log });
  const refunding = createRefunding({ iotpay, refunds, notifyUrl, log });
  const page = serve === 'API only' ? undefined : await startPage(httpServer, serve === 'watched page');

  const app = express();
  app.disable('x-powered-by');
  app.use('/iotpay', gatewayRoutes({ iotpay, orders, settlement, refunds, refunding, log }));
  app.use('/api', knowCustomer, express.json({ limit: '16kb' }));
  app.get('/api/shop', (_request, response) => void response.json(shop));
  app.use('/api', checkoutRoutes({ iotpay, orders, settlement, shopUrl: url, notifyUrl }));
  app.use('/api', savedCardRoutes({ iotpay, orders, cards, settlement, notifyUrl }));
  app.use('/api', orderRoutes(orders, settlement), cardRoutes(iotpay, cards, url));
  app.use('/api', refundRoutes({ orders, refunds, refunding }));
  app.use('/api', () => {
    throw new HttpError(404, 'no_such_route', 'There is nothing here.');
  });
  if (page) app.use(page.middlewares);
  app.use(answerErrors(log));
  httpServer.on('request', (request, response) => void app(request, response));
  const jobs = [
    startSettlingJob({ queue: orders, settlement, log, ...settling }),
    startSettlingJob({ queue: refunds, settlement: refunding, log, ...settling }),
  ];

  return {
    url,
    notifyUrl,
    async close() {
      const closed = new Promise((resolve) => httpServer.close(resolve));
      await page?.close();
      httpServer.closeAllConnections();
      await Promise.all([closed, ...jobs.map((job) => job.close())]);
    },
  };
}
