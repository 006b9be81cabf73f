import { type OrderState, paymentOf, returnedOf } from '../order';
import type { Opened } from '../operations/checkout';
import type { StoredOrder } from '../stores/store';

/**
 * What a customer's browser may know of an order. `outcome` is the one thing to tell them by: `unknown` until it is proved, and only
 * `failed` says that nothing was paid.
 */
export interface OrderView {
  mchOrderNo: string;
  outcome: 'paid' | 'failed' | 'unknown';
  state: OrderState;
  /** Whole cents. */
  amount: number;
  currency: 'CAD';
  /** Cents that were given back. */
  refunded: number;
  /** Masked. */
  cardNum?: string | undefined;
}

/** What `POST /checkout` answers. */
export type CheckoutView =
  | (OrderView & { secureId: string; redirectUrl: string })
  | (OrderView & { settled: 'paid' | 'failed' | 'unknown' });

export function viewOf(order: StoredOrder): OrderView {
  const { mchOrderNo, state, amount, currency } = order;
  const payment = paymentOf(order);
  const isFailed = state === 'failed' || state === 'expired';
  return {
    mchOrderNo,
    outcome: state === 'open' ? 'unknown' : isFailed ? 'failed' : 'paid',
    state,
    amount,
    currency,
    refunded: payment ? returnedOf(order, payment.payOrderId) : 0,
    ...(payment?.cardNum !== undefined && { cardNum: payment.cardNum }),
  };
}

export function viewOfOpened(opened: Opened): CheckoutView {
  const view = viewOf(opened.order);
  if ('settled' in opened) return { ...view, settled: opened.settled };
  const { secureId, redirectUrl } = opened.session;
  return { ...view, secureId, redirectUrl };
}

/** A charge without a form is always settled: by proof, or as unknown. */
export function viewOfCharged(order: StoredOrder): CheckoutView {
  const view = viewOf(order);
  return { ...view, settled: view.outcome };
}
