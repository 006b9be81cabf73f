import type { CheckoutBody, CheckoutView, OrderView, SavedCard } from 'react-iotpay';
import { vi } from 'vitest';

/** The gateway's state of an order. `unclear`: it has to do with a payment, and nothing is decided. */
export type Truth = 'untouched' | 'unclear' | 'paid' | 'failed';

export interface DoubleOrder {
  readonly mchOrderNo: string;
  readonly key: string;
  readonly body: CheckoutBody;
  readonly secureId: string;
  truth: Truth;
  /** Another form of the same key has taken this one's place. */
  isReplaced: boolean;
}

/**
 * How requests fare. `down`: they do not arrive. `loses`: they are carried out, and the answer is lost. `hangs`: the same, without a sign.
 * `errors`: a proxy answers with an error page. `refuses`: the server refuses, with a code.
 */
export type ShopNetwork = 'works' | 'down' | 'loses' | 'hangs' | 'errors' | 'refuses';

export interface AskedQuestion {
  readonly method: string;
  readonly path: string;
  readonly body: CheckoutBody;
  /** Its result, and its time by the page's clock. */
  readonly network: ShopNetwork;
  readonly at: number;
}

export interface ShopDouble {
  readonly orders: readonly DoubleOrder[];
  readonly asked: readonly AskedQuestion[];
  network: ShopNetwork;
  /** The result of a saved card's charge. */
  charges: Truth;
  amount: number;
  /** The customer's saved cards. Without a list, no customer is signed in. */
  cards: SavedCard[] | undefined;
  /** The last order. */
  order(): DoubleOrder;
  bySecureId(secureId: string): DoubleOrder;
  /** How many questions there were for a path. */
  count(path: string | RegExp): number;
}

export const savedCard: SavedCard = { cardId: 'c1', channel: 'PF_CC', cardNum: '432567******2266' };

const refusal = (status: number, code: string) => Response.json({ code, message: 'No.' }, { status });

const outcomes = { untouched: 'unknown', unclear: 'unknown', paid: 'paid', failed: 'failed' } as const;
const states = { untouched: 'open', unclear: 'open', paid: 'paid', failed: 'failed' } as const;

/** The shop's server behind the page's `fetch`, by the rules of `react-iotpay/orders`. Call it in each test. */
export function installShop(): ShopDouble {
  const orders: DoubleOrder[] = [];
  const asked: AskedQuestion[] = [];

  const viewOf = ({ mchOrderNo, truth }: DoubleOrder): OrderView => ({
    mchOrderNo,
    outcome: outcomes[truth],
    state: states[truth],
    amount: shop.amount,
    currency: 'CAD',
    refunded: 0,
    ...(truth === 'paid' && { cardNum: '432567******2266' }),
  });

  function open(key: string, body: CheckoutBody, truth: Truth): DoubleOrder {
    const number = orders.length + 1;
    const order: DoubleOrder = {
      mchOrderNo: `ORDER${number}`,
      key,
      body,
      secureId: `s${number}`,
      truth,
      isReplaced: false,
    };
    orders.push(order);
    return order;
  }

  const settled = (order: DoubleOrder): CheckoutView => ({
    ...viewOf(order),
    settled: order.truth === 'paid' ? 'paid' : 'unknown',
  });

  function checkout(body: CheckoutBody): CheckoutView {
    const key = JSON.stringify(body.request);
    const mine = orders.filter((order) => order.key === key);
    const known = mine.find(({ truth }) => truth === 'paid') ?? mine.find(({ truth }) => truth === 'unclear');
    if (known) return settled(known);
    const held = mine.find(({ truth, isReplaced }) => truth === 'untouched' && !isReplaced);
    const isGood = held && held.mchOrderNo !== body.declined && held.body.channel === body.channel;
    if (isGood && !body.cardId)
      return {
        ...viewOf(held),
        secureId: held.secureId,
        redirectUrl: `https://pay.example/${held.secureId}`,
      };
    if (held) held.isReplaced = true;
    const order = open(key, body, body.cardId ? shop.charges : 'untouched');
    if (body.cardId) return { ...viewOf(order), settled: outcomes[order.truth] };
    return {
      ...viewOf(order),
      secureId: order.secureId,
      redirectUrl: `https://pay.example/${order.secureId}`,
    };
  }

  function answer(path: string, body: CheckoutBody): Response {
    if (path === '/pay/checkout') return Response.json(checkout(body));
    if (path === '/pay/cards')
      return shop.cards ? Response.json({ cards: shop.cards }) : refusal(401, 'not_signed_in');
    const order = orders.find(({ mchOrderNo }) => path === `/pay/orders/${mchOrderNo}`);
    return order ? Response.json(viewOf(order)) : refusal(404, 'no_such_order');
  }

  async function fetch(path: string, { method = 'GET', body, signal }: RequestInit = {}): Promise<Response> {
    const { network } = shop;
    const question: AskedQuestion = {
      method,
      path,
      body: JSON.parse(typeof body === 'string' ? body : '{}') as CheckoutBody,
      network,
      at: Date.now(),
    };
    asked.push(question);
    if (network === 'down') throw new TypeError('Failed to fetch');
    if (network === 'refuses') return refusal(409, 'cart_empty');
    if (network === 'errors') return new Response('<h1>Bad Gateway</h1>', { status: 502 });
    const response = answer(path, question.body);
    if (network === 'loses') throw new TypeError('Failed to fetch');
    if (network === 'hangs')
      await new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
    return response;
  }

  const shop: ShopDouble = {
    orders,
    asked,
    network: 'works',
    charges: 'paid',
    amount: 2434,
    cards: undefined,
    order() {
      const order = orders.at(-1);
      if (!order) throw new Error('The shop has no order yet.');
      return order;
    },
    bySecureId(secureId) {
      const order = orders.find((candidate) => candidate.secureId === secureId);
      if (!order) throw new Error(`No order has the secureId ${secureId}.`);
      return order;
    },
    count: (path) =>
      asked.filter((question) =>
        typeof path === 'string' ? question.path === path : path.test(question.path),
      ).length,
  };
  vi.stubGlobal('fetch', fetch);
  return shop;
}
