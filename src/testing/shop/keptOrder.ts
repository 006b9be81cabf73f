import type { IotPayChannel } from '../../contract/order';
import type { CheckoutView, OrderView } from '../../contract/shopRoutes';
import { productionUrl } from '../../contract/urls';
import type { FakeShopOrder } from './fakeShop';

/**
 * The gateway's knowledge of an order. Until the shop's server has asked, the gateway may know more than the server.
 */
export type GatewayStatus = 'pending' | 'unknown' | 'paid' | 'failed';

type State = Extract<OrderView['state'], 'open' | 'paid' | 'failed' | 'expired'>;

/** An order of the fake shop, with its internal fields. */
export interface KeptOrder extends Omit<FakeShopOrder, keyof OrderView> {
  readonly mchOrderNo: string;
  readonly key: string;
  readonly amount: number;
  readonly secureId: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  status: GatewayStatus;
  /** The state that the shop's server knows. */
  state: State;
  /** Whether the key's next checkout gets this order's form. */
  holdsKey: boolean;
  /** Whether another order had paid for the key before. */
  isSurplus: boolean;
  cardNum?: string | undefined;
}

/** Describes the sale, and how it is to be paid. */
export interface FakeSale extends Pick<KeptOrder, 'request' | 'amount' | 'method' | 'cardId'> {
  readonly key: string;
  readonly channel?: IotPayChannel | undefined;
  readonly declined?: string | undefined;
}

const minute = 60_000;

/** The real routes hand a form out again for this long, so that customers have time to type before its hour is over. */
const handedOutMs = 50 * minute;

/** A form's hour, and the time that a payment begun at its end may take. */
const decidedMs = 90 * minute;

/** The state that the server knows after it has asked the gateway. */
export function askedState({ status, state, method, createdAt }: KeptOrder): State {
  if (status === 'paid') return 'paid';
  if (state !== 'open') return state;
  if (status === 'failed') return 'failed';
  const isOver = method === 'form' && Date.now() >= createdAt + decidedMs;
  return status === 'pending' && isOver ? 'expired' : 'open';
}

/** Makes the server ask the gateway, and saves the answer. */
export function askFakeGateway(order: KeptOrder): KeptOrder {
  order.state = askedState(order);
  if (order.state === 'failed' || order.state === 'expired') order.holdsKey = false;
  return order;
}

/** The part of an order in this state that a page may know. */
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

/** Whether the sale can be paid in this form. */
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
