import { onTestFinished } from 'vitest';
import type { IotPay } from 'react-iotpay/server';
import type { ErrorView } from '../../examples/checkout/api';
import type { Database } from '../../examples/checkout/server/database/database';
import { startMerchantServer } from '../../examples/checkout/server/merchantServer';
import { createOrdersInPostgres } from '../../examples/checkout/server/ordersInPostgres';
import { createRefundsInPostgres } from '../../examples/checkout/server/refundsInPostgres';
import { createSavedCardsInPostgres } from '../../examples/checkout/server/savedCardsInPostgres';

/** A merchant server for one test, and a customer of its own. */
export interface TestedMerchant {
  readonly notifyUrl: string;
  /** As the server knows them, by their cookie. */
  readonly customerId: string;
  /** What went wrong on the server. */
  readonly problems: unknown[];
  /** A call of the customer's browser: a GET, or with a body a POST. */
  call<Answer>(path: string, body?: object): Promise<{ status: number; answer: Partial<Answer & ErrorView> }>;
}

const never = 3_600_000;

/** @param settleEveryMs how often it asks by itself about what is open; by default once, when it starts */
export async function startTestedMerchant(
  database: Database,
  iotpay: IotPay,
  settleEveryMs = never,
): Promise<TestedMerchant> {
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
  onTestFinished(() => merchant.close());

  const url = merchant.url.replace('localhost', '127.0.0.1');
  const first = await fetch(`${url}/api/shop`);
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return {
    notifyUrl: merchant.notifyUrl,
    customerId: cookie.split('=')[1] ?? '',
    problems,
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
}
