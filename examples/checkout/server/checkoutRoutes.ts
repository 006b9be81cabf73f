import { Router } from 'express';
import { createOrderNo, type IotPay } from 'react-iotpay/server';
import type { CheckoutRequest, CheckoutView, PricedBag } from '../api';
import { priceBag } from './bag';
import { customerOf } from './customer';
import { HttpError } from './httpError';
import type { Order, Orders } from './orders';
import type { Settlement } from './settlement';

interface CheckoutParts {
  iotpay: Pick<IotPay, 'purchase'>;
  orders: Orders;
  settlement: Settlement;
  /** Where the customer's browser and the gateway reach this server. */
  shopUrl: string;
  notifyUrl: string;
}

/** The gateway honours a secureId for one hour; five minutes of it are left for typing a card number. */
const sessionMs = 55 * 60_000;

function readRequest(body: unknown): Omit<CheckoutRequest, 'items'> & { bag: PricedBag } {
  const { checkoutKey, channel, items } = (body ?? {}) as Partial<CheckoutRequest>;
  if (typeof checkoutKey !== 'string' || !/^\S{8,200}$/.test(checkoutKey)) {
    throw new HttpError(400, 'bad_checkout_key', 'The checkout could not be started. Reload the page.');
  }
  if (channel !== 'PF_CC' && channel !== 'UPI_EX') {
    throw new HttpError(400, 'bad_channel', 'We do not take this way of paying.');
  }
  const bag = priceBag(items);
  if (bag.total === 0) throw new HttpError(400, 'empty_bag', 'The bag is empty.');
  return { checkoutKey, channel, bag };
}

function refuseToSellAgain(paid: Order): never {
  throw new HttpError(409, 'already_paid', 'This order is paid already.', { mchOrderNo: paid.mchOrderNo });
}

/**
 * Asks the gateway about whatever this customer left open, before anything else is sold to them: they may have paid
 * in a form that they then closed, and be about to pay again.
 */
async function settleEarlierOrders({ orders, settlement }: CheckoutParts, customerId: string): Promise<void> {
  const open = await orders.findOpen(customerId);
  const asked = await Promise.all(open.map((order) => settlement.ask(order)));
  for (const order of asked) {
    if (order.state === 'paid') refuseToSellAgain(order);
    if (order.session.expiresAt <= Date.now()) await orders.close(order.mchOrderNo, 'expired', 'query');
  }
}

/**
 * The new order is stored before the browser gets its secureId, so nothing can be paid that the shop does not know.
 * Of two requests that come with one key at the same moment both ask the gateway, and the first to be stored is the
 * answer to both: the other secureId is never seen by anyone.
 */
async function open(
  parts: CheckoutParts,
  order: Pick<Order, 'customerId' | 'checkoutKey' | 'channel' | 'bag'>,
) {
  const mchOrderNo = createOrderNo();
  const amount = order.bag.total;
  const { secureId, redirectUrl } = await parts.iotpay.purchase({
    mchOrderNo,
    amount,
    channel: order.channel,
    notifyUrl: parts.notifyUrl,
    returnUrl: `${parts.shopUrl}/iotpay/return/${mchOrderNo}`,
    subject: 'Fogline Coffee Roasters',
  });
  const session = { secureId, redirectUrl, expiresAt: Date.now() + sessionMs };
  return parts.orders.create({ ...order, mchOrderNo, amount, currency: 'CAD', session });
}

export function checkoutRoutes(parts: CheckoutParts): Router {
  const router = Router();

  router.post('/bag', (request, response) => {
    response.json(priceBag((request.body as Partial<CheckoutRequest> | undefined)?.items));
  });

  router.post('/checkout', async (request, response) => {
    const customerId = customerOf(response);
    const { checkoutKey, channel, bag } = readRequest(request.body);
    await settleEarlierOrders(parts, customerId);
    // The browser may ask again after a reload, a lost answer or a second click. With the same key it gets the same
    // order: a second order could become a second payment.
    const held = await parts.orders.findByCheckoutKey(customerId, checkoutKey);
    const order = held ?? (await open(parts, { customerId, checkoutKey, channel, bag }));
    if (order.state === 'paid') refuseToSellAgain(order);
    if (order.amount !== bag.total) {
      throw new HttpError(409, 'key_in_use', 'The bag has changed since. Go back to it and check out again.');
    }
    const { mchOrderNo, session } = order;
    response.json({
      mchOrderNo,
      secureId: session.secureId,
      redirectUrl: session.redirectUrl,
      bag: order.bag,
    } satisfies CheckoutView);
  });

  return router;
}
