import type { CheckoutBody, RouteRefusal, SavedCard } from '../../contract/shopRoutes';
import { productionUrl } from '../../contract/urls';
import { createFakeOrders, type FakeOrders } from './fakeOrders';
import type { FakeShopOptions, FakeShopRequest } from './fakeShop';

export interface FakeAnswer {
  readonly status: number;
  readonly body: object;
}

/** A form that saves a card, until the customer has done so. */
export interface FakeCardForm extends Omit<SavedCard, 'cardNum'> {
  readonly secureId: string;
}

/** The shop's own server: its routes, its orders and its customer's cards. */
export interface FakeServer {
  readonly orders: FakeOrders;
  /** The customer's cards, or undefined if the shop saves none. */
  readonly cards: SavedCard[] | undefined;
  /** Forms that were opened to save a card. */
  readonly cardForms: readonly FakeCardForm[];
  answer(request: FakeShopRequest): FakeAnswer;
  /** Goes back to the state after its start. */
  forget(): void;
}

export function refusal(status: number, code: string, message: string): FakeAnswer {
  return { status, body: { code, message } satisfies RouteRefusal };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same text for the same request, in any order of its fields. */
function keyOf(request: object): string {
  return JSON.stringify(request, (_, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

export function createFakeServer({
  amount = 1999,
  cards,
}: Pick<FakeShopOptions, 'amount' | 'cards'>): FakeServer {
  const orders = createFakeOrders();
  let saved = cards && [...cards];
  let cardForms: FakeCardForm[] = [];

  function checkOut(body: CheckoutBody): FakeAnswer {
    const { request = {}, channel = 'PF_CC', declined, cardId, wallet } = body;
    if (!isObject(request)) return refusal(400, 'bad_request', 'request must be an object.');
    const sale = {
      key: keyOf(request),
      request,
      amount: typeof amount === 'function' ? amount(request) : amount,
    };
    if (wallet) return { status: 200, body: orders.sell({ ...sale, method: 'wallet' }) };
    if (cardId === undefined) {
      return { status: 200, body: orders.sell({ ...sale, method: 'form', channel, declined }) };
    }
    if (!saved) return refusal(401, 'not_signed_in', 'Sign in to pay with a saved card.');
    if (!saved.some((card) => card.cardId === cardId)) {
      return refusal(404, 'no_such_card', 'The customer has no such card.');
    }
    return { status: 200, body: orders.sell({ ...sale, method: 'saved_card', cardId }) };
  }

  function openCardForm(channel: unknown): FakeAnswer {
    const number = cardForms.length + 1;
    const secureId = number.toString(16).padStart(64, 'c');
    const form: FakeCardForm = {
      cardId: `CARD${number}`,
      channel: channel === 'UPI_EX' ? channel : 'PF_CC',
      secureId,
    };
    cardForms.push(form);
    const redirectUrl = `${productionUrl}/cc/addcard?key=${secureId}`;
    return { status: 200, body: { cardId: form.cardId, secureId, redirectUrl } };
  }

  function removeCard(cardId: unknown): FakeAnswer {
    const index = saved?.findIndex((card) => card.cardId === cardId) ?? -1;
    if (index >= 0) saved?.splice(index, 1);
    return { status: 200, body: { removed: index >= 0 } };
  }

  function answerGet(path: string): FakeAnswer {
    const [, mchOrderNo] = /^\/orders\/(\w+)$/.exec(path) ?? [];
    if (mchOrderNo !== undefined) {
      const view = orders.read(mchOrderNo);
      if (view) return { status: 200, body: view };
      return refusal(404, 'no_such_order', 'We know of no such order of yours.');
    }
    if (path === '/cards' && saved) return { status: 200, body: { cards: saved } };
    if (path === '/cards') return refusal(404, 'no_such_route', 'There are no saved cards here.');
    return refusal(404, 'no_such_route', 'There is nothing here.');
  }

  return {
    orders,
    get cards() {
      return saved;
    },
    get cardForms() {
      return cardForms;
    },
    answer({ method, path, body }) {
      if (method === 'GET') return answerGet(path);
      const isOurs = path === '/checkout' || path === '/cards' || path === '/cards/remove';
      if (method !== 'POST' || !isOurs) return refusal(404, 'no_such_route', 'There is nothing here.');
      if (!isObject(body)) return refusal(400, 'bad_json', 'The body must be a JSON object.');
      if (path === '/checkout') return checkOut(body);
      if (!saved) return refusal(404, 'no_such_route', 'There are no saved cards here.');
      return path === '/cards' ? openCardForm(body.channel) : removeCard(body.cardId);
    },
    forget() {
      orders.forget();
      saved = cards && [...cards];
      cardForms = [];
    },
  };
}
