import type { CheckoutView, OrderView } from '../../contract/shopRoutes';
import { isGivenBack, isPaid, paymentOf, returnedOf } from '../order';
import type { Opened } from '../operations/checkout';
import type { StoredOrder } from '../stores/store';

export function viewOf(order: StoredOrder): OrderView {
  const { mchOrderNo, state, amount, currency } = order;
  const payment = paymentOf(order);
  return {
    mchOrderNo,
    outcome: outcomeOf(order),
    state,
    amount,
    currency,
    refunded: payment ? returnedOf(order, payment.payOrderId) : 0,
    ...(payment?.cardNum !== undefined && { cardNum: payment.cardNum }),
  };
}

/**
 * Money of another amount pays for nothing. Until it is given back, the outcome is not `failed`, because that says that
 * nothing was paid.
 */
function outcomeOf(order: StoredOrder): OrderView['outcome'] {
  if (isPaid(order)) return 'paid';
  return order.state === 'open' || !isGivenBack(order) ? 'unknown' : 'failed';
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
