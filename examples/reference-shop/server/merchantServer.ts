import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { IotPay } from 'react-iotpay/server';
import type { ShopView } from '../api';
import { catalogue } from './catalogue';
import { customerIn, knowCustomer } from './customer';
import { answerErrors, HttpError } from './errors';
import type { Database } from './openDatabase';
import { createPayments } from './payments';
import { shopRoutes } from './shopRoutes';

export interface MerchantServerOptions {
  iotpay: IotPay;
  database: Database;
  /** What the page is told about the gateway. */
  page: Pick<ShopView, 'iotPayScript' | 'gateway'>;
  /** Default: any that is free. */
  port?: number | undefined;
  /** Whether the page is served beside the API, and reloads when its files change. */
  serve: 'watched page' | 'page' | 'API only';
  /** The pause between two rounds of settling, in milliseconds. */
  settleEveryMs?: number | undefined;
  /** Receives the errors behind answers of 500 or more, the refused notifications of the gateway, and the alarms. */
  log: (problem: unknown) => void;
}

export interface MerchantServer {
  /** What the customer opens. */
  url: string;
  close(): Promise<void>;
}

/** The shop: its page, its own routes, the library's routes at `/pay`, and the settling of undecided orders. */
export async function startMerchantServer(options: MerchantServerOptions): Promise<MerchantServer> {
  const { iotpay, database, serve, log } = options;
  const httpServer = createServer();
  await new Promise<void>((resolve, reject) => {
    httpServer.once('error', reject);
    httpServer.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  // The customer's browser sees `localhost` and the gateway's iframe `127.0.0.1`: two sites, as in real life.
  const url = `http://localhost:${(httpServer.address() as AddressInfo).port}`;

  const shop: ShopView = {
    ...options.page,
    products: [...catalogue.values()].map(({ id, name, detail, price }) => ({ id, name, detail, price })),
  };
  const authorize = (request: Request) => customerIn(request.headers.get('cookie'));
  const orders = createPayments({ iotpay, database, shopUrl: url, authorize, log });
  await orders.migrate();
  // Vite takes a while to load, and a server that is there for the API alone does without it.
  const vite = serve === 'API only' ? undefined : await import('./servePage');
  const page = await vite?.servePage(httpServer, serve === 'watched page');

  const app = express();
  app.disable('x-powered-by');
  app.use('/pay', orders.node);
  app.use('/api', knowCustomer, express.json({ limit: '16kb' }));
  app.get('/api/shop', (_request, response) => void response.json(shop));
  app.use('/api', shopRoutes(database, orders));
  app.use('/api', () => {
    throw new HttpError(404, 'no_such_route', 'There is nothing here.');
  });
  if (page) app.use(page.middlewares);
  app.use(answerErrors(log));
  httpServer.on('request', (request, response) => void app(request, response));
  const settling = orders.startSettling({ everyMs: options.settleEveryMs });

  return {
    url,
    async close() {
      const closed = new Promise((resolve) => httpServer.close(resolve));
      await page?.close();
      httpServer.closeAllConnections();
      await Promise.all([closed, settling.stop()]);
    },
  };
}
