import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { IotPay } from 'react-iotpay/server';
import type { ShopView } from '../api';
import { answerErrors } from './answerErrors';
import { cardRoutes } from './cardRoutes';
import { catalogue, firstBag } from './catalogue';
import { checkoutRoutes } from './checkoutRoutes';
import { knowCustomer } from './customer';
import { gatewayRoutes } from './gatewayRoutes';
import { HttpError } from './httpError';
import { orderRoutes } from './orderRoutes';
import type { Orders } from './orders';
import type { SavedCards } from './savedCards';
import { servePage } from './servePage';
import { createSettlement } from './settlement';

export interface MerchantServerOptions {
  iotpay: IotPay;
  orders: Orders;
  cards: SavedCards;
  /** What the page is told about the gateway and its own pace. */
  page: Pick<ShopView, 'iotPayScript' | 'pollEveryMs' | 'gateway'>;
  /** Default: any that is free. */
  port?: number | undefined;
  /** Whether the page reloads when its files change. */
  watch: boolean;
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

/** The shop: its API, its page, and the routes that the gateway calls. */
export async function startMerchantServer(options: MerchantServerOptions): Promise<MerchantServer> {
  const { iotpay, orders, cards } = options;
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
  const settlement = createSettlement(iotpay, orders);
  const page = await servePage(httpServer, options.watch);

  const app = express();
  app.disable('x-powered-by');
  app.use('/iotpay', gatewayRoutes({ iotpay, orders, settlement, log: options.log }));
  app.use('/api', knowCustomer, express.json({ limit: '16kb' }));
  app.get('/api/shop', (_request, response) => void response.json(shop));
  app.use('/api', checkoutRoutes({ iotpay, orders, settlement, shopUrl: url, notifyUrl }));
  app.use('/api', orderRoutes(orders, settlement), cardRoutes(iotpay, cards, url));
  app.use('/api', () => {
    throw new HttpError(404, 'no_such_route', 'There is nothing here.');
  });
  app.use(page.middlewares);
  app.use(answerErrors(options.log));
  httpServer.on('request', (request, response) => void app(request, response));

  return {
    url,
    notifyUrl,
    async close() {
      const closed = new Promise((resolve) => httpServer.close(resolve));
      await page.close();
      httpServer.closeAllConnections();
      await closed;
    },
  };
}
