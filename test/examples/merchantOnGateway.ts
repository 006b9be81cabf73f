import { onTestFinished } from 'vitest';
import type { IotPay } from 'react-iotpay/server';
import type { ErrorView } from '../../examples/checkout/api';
import type { Database } from '../../examples/checkout/server/database/database';
import { startMerchantServer } from '../../examples/checkout/server/merchantServer';
import { createOrdersInPostgres } from '../../examples/checkout/server/ordersInPostgres';
import { createRefundsInPostgres } from '../../examples/checkout/server/refundsInPostgres';
import { createSavedCardsInPostgres } from '../../examples/checkout/server/savedCardsInPostgres';

/** A customer's browser. */
export interface TestedCustomer {
  /** As the server knows them, by their cookie. */
  readonly customerId: string;
  /** A GET, or with a body a POST. */
  call<Answer>(path: string, body?: object): Promise<{ status: number; answer: Partial<Answer & ErrorView> }>;
}

/** The example's server in this process. */
export interface MerchantOnGateway {
  readonly notifyUrl: string;
  /** What went wrong on the server. */
  readonly problems: unknown[];
  newCustomer(): Promise<TestedCustomer>;
  close(): Promise<void>;
}

const never = 3_600_000;

/** @param settleEveryMs how often it asks by itself about what is open; by default once, when it starts */
export async function startMerchantOnGateway(
  database: Database,
  iotpay: IotPay,
  settleEveryMs = never,
): Promise<MerchantOnGateway> {
  const problems: unknown[] = [];
  const merchant = await startMerchantServer({
    iotpay,
    orders: createOrdersInPostgres(database),
    refunds: createRefundsInPostgres(database),
    cards: createSavedCardsInPostgres(database),
    serve: 'API only',
    settling: { everyMs: settleEveryMs },
    log: (problem) => void problems.push(problem),
    page: { iotPayScript: '', pollEveryMs: 1000, gateway: { url: '', testCards: [] } },
  });
  const url = merchant.url.replace('localhost', '127.0.0.1');

  return {
    notifyUrl: merchant.notifyUrl,
    problems,
    close: () => merchant.close(),
    async newCustomer() {
      const first = await fetch(`${url}/api/shop`);
      const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
      return {
        customerId: cookie.split('=')[1] ?? '',
        async call<Answer>(path: string, body?: object) {
          const response = await fetch(url + path, {
            method: body ? 'POST' : 'GET',
            headers: { 'content-type': 'application/json', cookie },
            body: body ? JSON.stringify(body) : null,
          });
          const answer = (await response.json()) as Partial<Answer & ErrorView>;
          return { status: response.status, answer };
        },
      };
    },
  };
}

/** A merchant server for one test, and a customer of its own. */
export async function startTestedMerchant(
  database: Database,
  iotpay: IotPay,
  settleEveryMs?: number,
): Promise<MerchantOnGateway & TestedCustomer> {
  const merchant = await startMerchantOnGateway(database, iotpay, settleEveryMs);
  onTestFinished(() => merchant.close());
  return { ...merchant, ...(await merchant.newCustomer()) };
}
