import { startSandbox, type Sandbox } from 'react-iotpay/sandbox';
import { createIotPay } from 'react-iotpay/server';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import {
  startMerchantServer,
  type MerchantServer,
} from '../../examples/reference-shop/server/merchantServer';
import { type Database, openDatabase } from '../../examples/reference-shop/server/openDatabase';
import { createGatewayControl, type GatewayControl } from '../e2e/gatewayControl';
import { createFreshDatabase, type FreshDatabase } from './freshDatabase';
import { createSandboxCustomer, type SandboxCustomer } from './sandboxCustomer';

/** The reference shop on the local gateway, for one file of tests, with two servers on one database, which customers meet in turn. */
export interface ReferenceShop {
  readonly gateway: GatewayControl;
  readonly database: Database;
  readonly merchantKey: string;
  /** What the shop's log got. */
  readonly problems: unknown[];
  newCustomer(): Promise<SandboxCustomer>;
  /** The states of an order's parcels. */
  parcels(mchOrderNo: string | undefined): Promise<unknown[]>;
}

const never = 3_600_000;

export function referenceShopForFile(): ReferenceShop {
  let fresh: FreshDatabase;
  let database: Database;
  let sandbox: Sandbox;
  let gateway: GatewayControl;
  let servers: MerchantServer[] = [];
  const problems: unknown[] = [];
  const log = (problem: unknown) => void problems.push(problem);

  beforeAll(async () => {
    fresh = await createFreshDatabase();
    database = await openDatabase(fresh.url, log);
    sandbox = await startSandbox({ clocks: { bankMs: 0, pendingMs: 300, notifyRetryMs: [10] } });
    gateway = createGatewayControl(sandbox.url);
    const iotpay = createIotPay({ environment: { baseUrl: sandbox.url }, ...sandbox.credentials });
    const page = { iotPayScript: '', gateway: { url: '', testCards: [] } };
    servers = await Promise.all(
      [1, 2].map(() =>
        startMerchantServer({ iotpay, database, page, serve: 'API only', settleEveryMs: never, log }),
      ),
    );
  });
  beforeEach(async () => {
    await gateway.reset();
    problems.length = 0;
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await sandbox.close();
    await database.close();
    await fresh.drop();
  });

  return {
    get gateway() {
      return gateway;
    },
    get database() {
      return database;
    },
    get merchantKey() {
      return sandbox.credentials.merchantKey;
    },
    problems,
    newCustomer: () =>
      createSandboxCustomer(
        servers.map(({ url }) => url),
        sandbox.url,
      ),
    async parcels(mchOrderNo) {
      const { rows } = await database.query('SELECT state FROM parcels WHERE mch_order_no = $1', [
        mchOrderNo,
      ]);
      return rows.map(({ state }) => state);
    },
  };
}
