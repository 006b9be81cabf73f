import type { CheckoutView } from 'react-iotpay/orders';
import type { BagItem, BagView, ErrorView, OrderDetails } from '../../examples/reference-shop/api';
import { submitCard } from './submitCard';

type Answer<View> = Promise<{ status: number; answer: Partial<View & ErrorView> }>;

/** Test cards of the local gateway, by what becomes of them. */
export const testCard = {
  paid: '4242424242424242',
  declined: '4000000000000002',
  /** Pending until its time has come. */
  pending: '4000000000000077',
} as const;

/** What every bag here holds at first: 30 dollars' worth. */
export const items: readonly BagItem[] = [
  { productId: 'harbour-espresso', quantity: 1 },
  { productId: 'partridgeberry-square', quantity: 2 },
];

/** A customer of the reference shop, who does with the shop and the local gateway what a browser would. */
export interface SandboxCustomer {
  call<View>(path: string, body?: unknown, method?: string): Answer<View>;
  /** Puts these things into the bag. */
  fill(wanted: unknown): Answer<BagView>;
  /** Asks for a form for the bag as it is. */
  checkOut(changes?: object): Answer<CheckoutView>;
  /** Sends a card from the hosted form. */
  payIn(form: Partial<CheckoutView>, cardNumber: string): Promise<void>;
  /** Saves a card, and gives its `cardId`. */
  saveCard(cardNumber: string): Promise<string>;
  look(mchOrderNo: string | undefined): Answer<OrderDetails>;
  giveBack(mchOrderNo: string | undefined, amount: string, left: number): Answer<OrderDetails>;
}

/** A new customer, with 30 dollars' worth in the bag. Their requests go to each of the shop's servers in turn. */
export async function createSandboxCustomer(
  servers: readonly string[],
  gatewayUrl: string,
): Promise<SandboxCustomer> {
  const first = await fetch(`${servers[0]}/api/shop`);
  let requests = 0;
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';

  async function call<View>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') {
    const response = await fetch(`${servers[requests++ % servers.length]}${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, answer: (await response.json()) as Partial<View & ErrorView> };
  }

  const getBag = async () => (await call<BagView>('/api/bag')).answer;

  const customer: SandboxCustomer = {
    call,
    async fill(wanted) {
      return call('/api/bag', { id: (await getBag()).id, items: wanted }, 'PUT');
    },
    async checkOut(changes) {
      const { id: bagId, revision, total } = await getBag();
      return call('/pay/checkout', { request: { bagId, revision, total }, ...changes });
    },
    payIn: ({ secureId }, cardNumber) => submitCard(gatewayUrl, secureId, cardNumber),
    async saveCard(cardNumber) {
      const { answer } = await call<{ cardId: string; secureId: string }>('/pay/cards', {});
      await submitCard(gatewayUrl, answer.secureId, cardNumber);
      return answer.cardId ?? '';
    },
    look: (mchOrderNo) => call(`/api/orders/${mchOrderNo}`),
    giveBack: (mchOrderNo, amount, left) => call(`/api/orders/${mchOrderNo}/refunds`, { amount, left }),
  };
  await customer.fill(items);
  return customer;
}
