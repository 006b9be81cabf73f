import type { CheckoutView, OrderView } from '../../contract/shopRoutes';
import { paymentOf, returnedOf } from '../order';
import type { Opened } from '../operations/checkout';
import type { StoredOrder } from '../stores/store';

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
