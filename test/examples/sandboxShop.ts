import { startSandbox, type Sandbox } from 'react-iotpay/sandbox';
import { createIotPay, type IotPay } from 'react-iotpay/server';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createRefunding } from '../../examples/checkout/server/refunding';
import { createRefundsInPostgres } from '../../examples/checkout/server/refundsInPostgres';
import { createSettlement } from '../../examples/checkout/server/settlement';
import { createGatewayControl, type GatewayControl } from '../e2e/gatewayControl';
import { startMerchantOnGateway, type MerchantOnGateway } from './merchantOnGateway';
import { createSandboxCustomer, type SandboxCustomer } from './sandboxCustomer';
import { shopDatabaseForFile, type ShopDatabase } from './shopDatabase';

/** The example shop on the local gateway, for one file of tests. Each test begins with nothing in either. */
export interface SandboxShop extends Omit<MerchantOnGateway, 'newCustomer' | 'close'>, ShopDatabase {
  readonly gateway: GatewayControl;
  newCustomer(): Promise<SandboxCustomer>;
  /** Has the gateway say of undecided orders that they have status 1, which no test card does; or no longer. */
  sayUnknown(isUnknown: boolean): void;
  /** Asks the gateway about all that is due, as the shop's job does. What it could not settle is given back. */
  settleDue(): Promise<unknown[]>;
  /** What the rest of the shop is told to act on: kind and order number, the oldest first. */
  events(): Promise<[kind: unknown, mchOrderNo: unknown][]>;
}

/** The status of an order in an answer, changed where it is pending. */
async function withStatusOne(response: Response): Promise<Response> {
  return new Response((await response.text()).replace('"status":0', '"status":1'), response);
}

export function sandboxShopForFile(): SandboxShop {
  const shop = shopDatabaseForFile();
  let sandbox: Sandbox;
  let iotpay: IotPay;
  let gateway: GatewayControl;
  let merchant: MerchantOnGateway;
  let isUnknown = false;

  beforeAll(async () => {
    sandbox = await startSandbox({ clocks: { bankMs: 0, notifyRetryMs: [10] } });
    gateway = createGatewayControl(sandbox.url);
    iotpay = createIotPay({
      environment: { baseUrl: sandbox.url },
      ...sandbox.credentials,
      async fetch(url, init) {
        const response = await fetch(url, init);
        return isUnknown && response.url.endsWith('cc_query') ? withStatusOne(response) : response;
      },
    });
    merchant = await startMerchantOnGateway(shop.database, iotpay);
  });
  beforeEach(async () => {
    isUnknown = false;
    merchant.problems.length = 0;
    await gateway.reset();
    await shop.empty();
  });
  afterAll(async () => {
    await merchant.close();
    await sandbox.close();
  });

  async function settleDue(): Promise<unknown[]> {
    const { signal } = new AbortController();
    const problems: unknown[] = [];
    const log = (problem: unknown) => void problems.push(problem);
    const refunds = createRefundsInPostgres(shop.database);
    const settlement = createSettlement({ iotpay, orders: shop.orders, log });
    const refunding = createRefunding({ iotpay, refunds, notifyUrl: merchant.notifyUrl, log });
    for (let order; (order = await shop.orders.claimDue());)
      await settlement.settle(order, signal).catch(log);
    for (let refund; (refund = await refunds.claimDue());) await refunding.settle(refund, signal).catch(log);
    return problems;
  }

  return {
    get database() {
      return shop.database;
    },
    get orders() {
      return shop.orders;
    },
    letPass: shop.letPass,
    empty: shop.empty,
    get gateway() {
      return gateway;
    },
    get notifyUrl() {
      return merchant.notifyUrl;
    },
    get problems() {
      return merchant.problems;
    },
    newCustomer: async () => createSandboxCustomer(await merchant.newCustomer(), sandbox.url),
    sayUnknown(really) {
      isUnknown = really;
    },
    settleDue,
    async events() {
      const rows = await shop.database.query('SELECT kind, mch_order_no FROM order_events ORDER BY id');
      return rows.map((row) => [row.kind, row.mch_order_no]);
    },
  };
}
