import { Router } from 'express';
import { createOrderNo, type IotPay } from 'react-iotpay/server';
import type { CheckoutRequest, CheckoutView, PricedBag } from '../api';
import { priceBag } from './bag';
import { readCheckout } from './checkoutRequest';
import { customerOf } from './customer';
import { refuseToSellAgain, settleEarlierOrders } from './earlierOrders';
import { HttpError } from './httpError';
import type { NewOrder, Orders } from './orders';
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

function readRequest(body: unknown): Pick<CheckoutRequest, 'checkoutKey' | 'channel'> & { bag: PricedBag } {
  const { channel } = (body ?? {}) as Partial<CheckoutRequest>;
  if (channel !== 'PF_CC' && channel !== 'UPI_EX') {
    throw new HttpError(400, 'bad_channel', 'We do not take this way of paying.');
  }
  return { ...readCheckout(body), channel };
}

/**
 * The new order is stored before the browser gets its secureId, so nothing can be paid that the shop does not know.
 * Of two requests that come with one key at the same moment both ask the gateway, and the first to be stored is the
 * answer to both: the other secureId is never seen by anyone.
 */
async function open(
  parts: CheckoutParts,
  order: Pick<NewOrder, 'customerId' | 'checkoutKey' | 'channel' | 'bag'>,
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
    const { mchOrderNo, session } = order;
    if (order.amount !== bag.total || !('secureId' in session)) {
      throw new HttpError(409, 'key_in_use', 'The bag has changed since. Go back to it and check out again.');
    }
    response.json({
      mchOrderNo,
      secureId: session.secureId,
      redirectUrl: session.redirectUrl,
      bag: order.bag,
    } satisfies CheckoutView);
  });

  return router;
}
