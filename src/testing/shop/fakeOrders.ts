import type { CheckoutView, OrderView } from '../../contract/shopRoutes';
import type { FakeShopOrder } from './fakeShop';
import {
  askFakeGateway,
  askedState,
  formOf,
  isStillGood,
  settledView,
  viewOf,
  type FakeSale,
  type GatewayStatus,
  type KeptOrder,
} from './keptOrder';

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
    if (paid) return settledView(paid);
    const open = ofKey.filter(({ state }) => state === 'open');
    const held = open.find(({ holdsKey }) => holdsKey) ?? open.at(-1);
    if (!held) return undefined;
    const rival = open.find((order) => order !== held && askFakeGateway(order).status === 'unknown');
    askFakeGateway(held);
    if (held.state === 'open' && (held.method !== 'form' || held.status !== 'pending'))
      return settledView(held);
    if (rival) return settledView(rival);
    if (held.state !== 'open') return undefined;
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
      return settledView(askFakeGateway(order));
    },
    read(mchOrderNo) {
      const order = all.find((one) => one.mchOrderNo === mchOrderNo);
      return order && viewOf(order, askFakeGateway(order).state);
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
      askFakeGateway(order);
    },
    forget() {
      all = [];
      orders.chargeStatus = 'paid';
    },
  };
  return orders;
}
