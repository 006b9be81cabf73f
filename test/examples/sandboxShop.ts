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
export interface SandboxShop
  extends Omit<MerchantOnGateway, 'newCustomer' | 'close'>, Omit<ShopDatabase, 'empty'> {
  readonly gateway: GatewayControl;
  /** Forgets everything. It is done before each test. */
  begin(): Promise<void>;
  newCustomer(): Promise<SandboxCustomer>;
  /** Has the gateway say of undecided orders that they have status 1, which no test card does; or no longer. */
  sayUnknown(isUnknown: boolean): void;
  /** The answers to the shop's questions, the oldest first. */
  readonly said: readonly Said[];
  /** Asks the gateway about all that is due, as the shop's job does. What it could not settle is given back. */
  settleDue(): Promise<unknown[]>;
  /** What the rest of the shop is told to act on: kind and order number, the oldest first. */
  events(): Promise<[kind: unknown, mchOrderNo: unknown][]>;
}

/** What the gateway said when the shop asked about an order or a refund by its number. */
export interface Said {
  readonly mchOrderNo: unknown;
  /** The order's status, or the gateway's words. */
  readonly answer: unknown;
  /** By the shop's clock, in minutes since the test began. */
  readonly at: number;
}

interface Exchange {
  retMsg?: string;
  retData?: { status?: number };
}

export function sandboxShopForFile(): SandboxShop {
  const shop = shopDatabaseForFile();
  let sandbox: Sandbox;
  let iotpay: IotPay;
  let gateway: GatewayControl;
  let merchant: MerchantOnGateway;
  let isUnknown = false;
  let said: Said[] = [];
  let minutes = 0;

  async function hearAnswer(request: string, response: Response): Promise<Response> {
    const text = await response.text();
    const heard = isUnknown ? text.replace('"status":0', '"status":1') : text;
    if (response.ok) {
      const { mchOrderNo } = JSON.parse(request) as { mchOrderNo?: string };
      const { retMsg, retData } = JSON.parse(heard) as Exchange;
      said.push({ mchOrderNo, answer: retData?.status ?? retMsg, at: minutes });
    }
    return new Response(heard, response);
  }

  beforeAll(async () => {
    sandbox = await startSandbox({ clocks: { bankMs: 0, notifyRetryMs: [10] } });
    gateway = createGatewayControl(sandbox.url);
    iotpay = createIotPay({
      environment: { baseUrl: sandbox.url },
      ...sandbox.credentials,
      async fetch(url, init) {
        const response = await fetch(url, init);
        const request = init?.body;
        const isQuestion = response.url.endsWith('cc_query') && typeof request === 'string';
        return isQuestion ? hearAnswer(request, response) : response;
      },
    });
    merchant = await startMerchantOnGateway(shop.database, iotpay);
  });
  async function begin(): Promise<void> {
    isUnknown = false;
    said = [];
    minutes = 0;
    merchant.problems.length = 0;
    await gateway.reset();
    await shop.empty();
  }
  beforeEach(begin);
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
    begin,
    async letPass(passed) {
      minutes += passed;
      await shop.letPass(passed);
    },
    get said() {
      return said;
    },
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
