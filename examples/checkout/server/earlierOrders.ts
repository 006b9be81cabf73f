import { HttpError } from './httpError';
import type { Order, Orders } from './orders';
import type { Settlement } from './settlement';

interface Checkout {
  customerId: string;
  checkoutKey: string;
}

/** @throws HttpError 409, with which the page shows the order that is paid */
export function refuseToSellAgain({ mchOrderNo }: Order): never {
  throw new HttpError(409, 'already_paid', 'This order is paid already.', { mchOrderNo });
}

/** @throws HttpError 409, with which the page shows the order that nobody knows the end of */
export function refuseToSellMeanwhile({ mchOrderNo }: Order): never {
  const message = 'We are still confirming your last payment.';
  throw new HttpError(409, 'undecided', message, { mchOrderNo });
}

/**
 * Asks the gateway about whatever this customer left open, and about what expired of this checkout, before anything is sold to them:
 * they may have paid in a form that they then closed, and be about to pay again. A form in which nobody has begun to pay stands in
 * nobody's way. An order that may be paid does, and so does one that the gateway does not speak of.
 *
 * @param isWanted tells the open order that the customer would be given anyway. To give it again sells nothing twice
 * @returns that order, if there is one and nobody has begun to pay it
 * @throws HttpError 409
 */
export async function settleEarlierOrders(
  { orders, settlement }: { orders: Orders; settlement: Settlement },
  { customerId, checkoutKey }: Checkout,
  isWanted: (order: Order) => boolean = () => false,
): Promise<Order | undefined> {
  const ofCheckout = await orders.ofCheckout(customerId, checkoutKey);
  const paid = ofCheckout.find(({ state }) => state === 'paid');
  if (paid) refuseToSellAgain(paid);

  const expired = ofCheckout.filter(({ state }) => state === 'expired');
  const earlier = [...(await orders.findOpen(customerId)), ...expired];
  const asked = await Promise.all(earlier.map((order) => settlement.ask(order)));
  for (const { order } of asked) if (order.state === 'paid') refuseToSellAgain(order);

  const isHeld = (order: Order) =>
    order.state === 'open' && order.checkoutKey === checkoutKey && !order.hasBegun && isWanted(order);
  for (const { order, undecided } of asked) if (undecided && !isHeld(order)) refuseToSellMeanwhile(order);
  return asked.find(({ order }) => isHeld(order))?.order;
}
