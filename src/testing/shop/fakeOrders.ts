import type { IotPayChannel } from '../../contract/order';
import type { CheckoutView, OrderView } from '../../contract/shopRoutes';
import { productionUrl } from '../../contract/urls';
import type { FakeShopOrder } from './fakeShop';

/** What the gateway knows of an order. Until the shop's server has asked, it is more than the server knows. */
export type GatewayStatus = 'pending' | 'unknown' | 'paid' | 'failed';

type State = Extract<OrderView['state'], 'open' | 'paid' | 'failed' | 'expired'>;

/** An order in the fake's books. */
export interface KeptOrder extends Omit<FakeShopOrder, keyof OrderView> {
  readonly mchOrderNo: string;
  readonly key: string;
  readonly amount: number;
  readonly secureId: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  status: GatewayStatus;
  /** What the shop's server knows. */
  state: State;
  /** Whether its form is the one that the key's next checkout gets. */
  holdsKey: boolean;
  /** Whether another order had paid for the key before. */
  isSurplus: boolean;
  cardNum?: string | undefined;
}

/** What is to be sold, and how it is to be paid. */
export interface FakeSale extends Pick<KeptOrder, 'request' | 'amount' | 'method' | 'cardId'> {
  readonly key: string;
  readonly channel?: IotPayChannel | undefined;
  readonly declined?: string | undefined;
}

const minute = 60_000;

/** The real routes hand a form out again for so long, so that there is time to type before its hour is over. */
const handedOutMs = 50 * minute;

/** A form's hour, and the time that a payment begun at its end may take. */
const decidedMs = 90 * minute;

/** What the server knows once it has asked the gateway. */
function askedState({ status, state, method, createdAt }: KeptOrder): State {
  if (status === 'paid') return 'paid';
  if (state !== 'open') return state;
  if (status === 'failed') return 'failed';
  const isOver = method === 'form' && Date.now() >= createdAt + decidedMs;
  return status === 'pending' && isOver ? 'expired' : 'open';
}

function askAbout(order: KeptOrder): KeptOrder {
  order.state = askedState(order);
  if (order.state === 'failed' || order.state === 'expired') order.holdsKey = false;
  return order;
}

function viewOf({ mchOrderNo, amount, cardNum }: KeptOrder, state: State): OrderView {
  return {
    mchOrderNo,
    outcome: state === 'open' ? 'unknown' : state === 'paid' ? 'paid' : 'failed',
    state,
    amount,
    currency: 'CAD',
    refunded: 0,
    ...(state === 'paid' && { cardNum }),
  };
}

function settled(order: KeptOrder): CheckoutView {
  const view = viewOf(order, order.state);
  return { ...view, settled: view.outcome };
}

function formOf(order: KeptOrder): CheckoutView {
  const { secureId } = order;
  const redirectUrl = `${productionUrl}/cc/purchase?key=${secureId}`;
  return { ...viewOf(order, order.state), secureId, redirectUrl };
}

/** Whether this form is what the sale asks for. */
function isStillGood(order: KeptOrder, { method, amount, channel, declined }: FakeSale): boolean {
  return (
    method === 'form' &&
    order.method === 'form' &&
    order.amount === amount &&
    order.channel === channel &&
    order.mchOrderNo !== declined &&
    Date.now() < order.createdAt + handedOutMs
  );
}

/** A shop's orders, sold by the rules of `createOrders`, beside the gateway that they are paid at. */
export interface FakeOrders {
  readonly all: readonly KeptOrder[];
  /** How charges without a form end. */
  chargeStatus: GatewayStatus;
  /** Opens a form, gives the open one back, or charges; or says how the order stands that is in the way. */
  sell(sale: FakeSale): CheckoutView;
  /** What the server says of an order after it has asked the gateway. */
  read(mchOrderNo: string): OrderView | undefined;
  /** What the gateway knows of every order, for the test's eyes. */
  list(): FakeShopOrder[];
  /** The gateway decides; of a payment it notifies the server. */
  decide(order: KeptOrder, status: GatewayStatus): void;
  forget(): void;
}

export function createFakeOrders(): FakeOrders {
  let all: KeptOrder[] = [];

  function add(sale: FakeSale): KeptOrder {
    const { key, request, amount, method, channel, cardId } = sale;
    const number = all.length + 1;
    const order: KeptOrder = {
      key,
      request,
      amount,
      method,
      channel,
      cardId,
      mchOrderNo: `ORDER${number}`,
      secureId: number.toString(16).padStart(64, '0'),
      createdAt: Date.now(),
      status: 'pending',
      state: 'open',
      holdsKey: true,
      isSurplus: false,
    };
    all.push(order);
    return order;
  }

  /** The order that stands in the way of this sale, or the form to give back; `undefined` if another order may be opened. */
  function lookAtKey(sale: FakeSale): CheckoutView | undefined {
    const ofKey = all.filter(({ key }) => key === sale.key);
    const paid = ofKey.find(({ state, isSurplus }) => state === 'paid' && !isSurplus);
    if (paid) return settled(paid);
    const open = ofKey.filter(({ state }) => state === 'open');
    const held = open.find(({ holdsKey }) => holdsKey) ?? open.at(-1);
    if (!held) return undefined;
    const rival = open.find((order) => order !== held && askAbout(order).status === 'unknown');
    if (rival) return settled(rival);
    askAbout(held);
    if (held.state !== 'open') return undefined;
    if (held.method !== 'form' || held.status !== 'pending') return settled(held);
    if (isStillGood(held, sale)) return formOf(held);
    held.holdsKey = false;
    return undefined;
  }

  const orders: FakeOrders = {
    get all() {
      return all;
    },
    chargeStatus: 'paid',
    sell(sale) {
      const known = lookAtKey(sale);
      if (known) return known;
      const order = add(sale);
      if (order.method === 'form') return formOf(order);
      orders.decide(order, orders.chargeStatus);
      return settled(askAbout(order));
    },
    read(mchOrderNo) {
      const order = all.find((one) => one.mchOrderNo === mchOrderNo);
      return order && viewOf(order, askAbout(order).state);
    },
    list: () =>
      all.map((order) => {
        const { request, method, channel, cardId } = order;
        return { ...viewOf(order, askedState(order)), request, method, channel, cardId };
      }),
    decide(order, status) {
      order.status = status;
      if (status !== 'paid' || order.state === 'paid') return;
      order.isSurplus = all.some(({ key, state }) => key === order.key && state === 'paid');
      order.cardNum = '424242******4242';
      askAbout(order);
    },
    forget() {
      all = [];
      orders.chargeStatus = 'paid';
    },
  };
  return orders;
}
