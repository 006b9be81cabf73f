import { Router } from 'express';
import { createOrderNo, type IotPay } from 'react-iotpay/server';
import type { CheckoutRequest, CheckoutView, PricedBag } from '../api';
import { priceBag } from './bag';
import { readCheckout } from './checkoutRequest';
import { customerOf } from './customer';
import { refuseToSellAgain, refuseToSellMeanwhile, settleEarlierOrders } from './earlierOrders';
import { HttpError } from './httpError';
import { explainUnavailable } from './notCharged';
import type { NewOrder, Order, Orders } from './orders';
import type { Settlement } from './settlement';

interface CheckoutParts {
  iotpay: Pick<IotPay, 'purchase'>;
  orders: Orders;
  settlement: Settlement;
  /** Where the customer's browser and the gateway reach this server. */
  shopUrl: string;
  notifyUrl: string;
}

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
 * answer to both: the other secureId is never seen by anyone. Neither is that of a call whose answer was lost, so the customer
 * may simply try again.
 */
async function open(
  parts: CheckoutParts,
  order: Pick<NewOrder, 'customerId' | 'checkoutKey' | 'channel' | 'bag'>,
): Promise<Order> {
  const mchOrderNo = createOrderNo();
  const amount = order.bag.total;
  const purchase = {
    mchOrderNo,
    amount,
    channel: order.channel,
    notifyUrl: parts.notifyUrl,
    returnUrl: `${parts.shopUrl}/iotpay/return/${mchOrderNo}`,
    subject: 'Fogline Coffee Roasters',
  };
  const session = await parts.iotpay
    .purchase(purchase)
    .catch((error: unknown) => explainUnavailable(parts.orders, order, error));
  const { secureId, redirectUrl } = session;
  return parts.orders.create({
    ...order,
    mchOrderNo,
    amount,
    currency: 'CAD',
    session: { secureId, redirectUrl },
  });
}

export function checkoutRoutes(parts: CheckoutParts): Router {
  const router = Router();

  router.post('/bag', (request, response) => {
    response.json(priceBag((request.body as Partial<CheckoutRequest> | undefined)?.items));
  });

  router.post('/checkout', async (request, response) => {
    const customerId = customerOf(response);
    const { checkoutKey, channel, bag } = readRequest(request.body);
    // The browser may ask again after a reload, a lost answer or a second click. With the same key it gets the same
    // order: a second order could become a second payment.
    const isWanted = (order: Order) => order.channel === channel && order.formIsFresh;
    const held = await settleEarlierOrders(parts, { customerId, checkoutKey }, isWanted);
    const order = held ?? (await open(parts, { customerId, checkoutKey, channel, bag }));
    // Another request may have stored it, or have been paid, since the earlier orders were asked about.
    if (order.state === 'paid') refuseToSellAgain(order);
    const { mchOrderNo, session } = order;
    if (order.hasBegun || !('secureId' in session)) refuseToSellMeanwhile(order);
    if (order.amount !== bag.total) {
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
