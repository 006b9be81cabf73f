import { HttpError } from './httpError';
import type { Order, Orders } from './orders';
import type { Settlement } from './settlement';

/** @throws HttpError 409, with which the page shows the order that is paid */
export function refuseToSellAgain({ mchOrderNo }: Order): never {
  throw new HttpError(409, 'already_paid', 'This order is paid already.', { mchOrderNo });
}

function refuseToSellMeanwhile({ mchOrderNo }: Order): never {
  const message = 'We are still confirming your last payment.';
  throw new HttpError(409, 'undecided', message, { mchOrderNo });
}

/**
 * Asks the gateway about whatever this customer left open, before anything else is sold to them: they may have paid in a form
 * that they then closed, and be about to pay again. A form that is merely open stands in nobody's way. A saved card does: it is
 * being charged, or was, and nobody knows.
 *
 * @throws HttpError 409
 */
export async function settleEarlierOrders(
  { orders, settlement }: { orders: Orders; settlement: Settlement },
  customerId: string,
): Promise<void> {
  const open = await orders.findOpen(customerId);
  const asked = await Promise.all(open.map((order) => settlement.ask(order)));
  for (const order of asked) {
    if (order.state === 'paid') refuseToSellAgain(order);
    if (order.state === 'open' && 'cardId' in order.session) refuseToSellMeanwhile(order);
  }
}
