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
export function askedState({ status, state, method, createdAt }: KeptOrder): State {
  if (status === 'paid') return 'paid';
  if (state !== 'open') return state;
  if (status === 'failed') return 'failed';
  const isOver = method === 'form' && Date.now() >= createdAt + decidedMs;
  return status === 'pending' && isOver ? 'expired' : 'open';
}

/** Has the server ask the gateway, and take its word. */
export function askFakeGateway(order: KeptOrder): KeptOrder {
  order.state = askedState(order);
  if (order.state === 'failed' || order.state === 'expired') order.holdsKey = false;
  return order;
}

/** What a page may know of an order in this state. */
export function viewOf({ mchOrderNo, amount, cardNum }: KeptOrder, state: State): OrderView {
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

/** The view of an order that needs no form. */
export function settledView(order: KeptOrder): CheckoutView {
  const view = viewOf(order, order.state);
  return { ...view, settled: view.outcome };
}

/** The view of an order whose form can be paid in. */
export function formOf(order: KeptOrder): CheckoutView {
  const { secureId } = order;
  const redirectUrl = `${productionUrl}/cc/purchase?key=${secureId}`;
  return { ...viewOf(order, order.state), secureId, redirectUrl };
}

/** Whether this form is what the sale asks for. */
export function isStillGood(order: KeptOrder, { method, amount, channel, declined }: FakeSale): boolean {
  return (
    method === 'form' &&
    order.method === 'form' &&
    order.amount === amount &&
    order.channel === channel &&
    order.mchOrderNo !== declined &&
    Date.now() < order.createdAt + handedOutMs
  );
}
