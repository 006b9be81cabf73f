import { createOrders, memoryStore, type Orders } from 'react-iotpay/orders';
import { createIotPay } from 'react-iotpay/server';
import type { BrowserCommandContext } from 'vitest/node';

/** Things that a browser can't do itself: the shop's own server, and a second tab of the customer's. */

type Project = BrowserCommandContext['project'];

/** One shop for each test run: both versions of React have one at the same time. */
const shops = new WeakMap<Project, Orders>();

function openShop(project: Project): Orders {
  const { url, credentials } = project.getProvidedContext().gateway;
  return createOrders({
    iotpay: createIotPay({ environment: { baseUrl: url }, ...credentials }),
    store: memoryStore(),
    // No server listens for notifications, so the shop hears of payments by asking.
    url: `${url}/nowhere`,
    checkout: ({ body, customer }) => ({ key: String(body.cartId), amount: 2434, customer }),
    // The same customer on every page, so that no cookies are needed.
    authorize: () => 'c-1',
    onPaid: () => undefined,
  });
}

/** Has the shop's routes answer a request of the page. */
export async function askShopServer(
  { project }: BrowserCommandContext,
  path: string,
  body?: string,
): Promise<{ status: number; text: string }> {
  const { url } = project.getProvidedContext().gateway;
  const orders = shops.get(project) ?? openShop(project);
  shops.set(project, orders);
  const headers = { 'content-type': 'application/json' };
  const post = body === undefined ? {} : { method: 'POST', headers, body };
  const answer = await orders.fetch(new Request(`${url}/nowhere${path}`, post));
  return { status: answer.status, text: await answer.text() };
}

/** Pays on IOTPay's own page, in another tab. */
export async function payInAnotherTab(
  { context }: BrowserCommandContext,
  url: string,
  cardNumber: string,
): Promise<void> {
  const tab = await context.newPage();
  await tab.goto(url);
  await tab.getByLabel('Card number').fill(cardNumber);
  await tab.getByLabel('Name on card').fill('Ada Morgan');
  await tab.getByLabel('Expiry date').fill('12/39');
  await tab.getByLabel('Security code').fill('123');
  await tab.getByRole('button', { name: /^Pay / }).click();
  await tab.waitForURL(/\/nowhere\/return\//);
  await tab.close();
}
