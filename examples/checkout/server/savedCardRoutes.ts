import { Router } from 'express';
import type { IotPay } from 'react-iotpay/server';
import type { SavedCardPaymentView, SavedCardRequest } from '../api';
import { chargeSavedCard } from './chargeSavedCard';
import { readCheckout } from './checkoutRequest';
import { customerOf } from './customer';
import { refuseToSellAgain, refuseToSellMeanwhile, settleEarlierOrders } from './earlierOrders';
import { HttpError } from './httpError';
import { explainUnavailable } from './notCharged';
import type { Order, Orders } from './orders';
import type { SavedCards } from './savedCards';
import type { Settlement } from './settlement';

interface SavedCardParts {
  iotpay: Pick<IotPay, 'purchaseWithToken'>;
  orders: Orders;
  cards: SavedCards;
  settlement: Settlement;
  notifyUrl: string;
}

/** Paying again with a saved card: no form, one call. */
export function savedCardRoutes(parts: SavedCardParts): Router {
  const { orders, cards } = parts;
  const router = Router();

  async function ownCard(body: unknown, customerId: string): Promise<string> {
    const { cardId } = (body ?? {}) as Partial<SavedCardRequest>;
    const owned = (await cards.of(customerId)).find((id) => id === cardId);
    if (owned) return owned;
    throw new HttpError(404, 'no_such_card', 'We know of no such card of yours.');
  }

  function checkHeld(held: Order, total: number): SavedCardPaymentView {
    if (held.state === 'paid') refuseToSellAgain(held);
    if (!('cardId' in held.session)) refuseToSellMeanwhile(held);
    if (held.amount !== total) {
      throw new HttpError(409, 'key_in_use', 'The bag has changed since. Go back to it and check out again.');
    }
    return { mchOrderNo: held.mchOrderNo, state: held.state };
  }

  router.post('/checkout/saved-card', async (request, response) => {
    const customerId = customerOf(response);
    const { checkoutKey, bag } = readCheckout(request.body);
    const cardId = await ownCard(request.body, customerId);
    if ((request.body as Partial<SavedCardRequest>).total !== bag.total) {
      throw new HttpError(409, 'total_changed', 'The total has changed. Look at the bag, and pay again.');
    }
    // A second click, or a page that never got its answer, finds the order that the first one made: its card is charged once.
    const held = (await orders.ofCheckout(customerId, checkoutKey)).find(
      ({ state, session }) => state === 'open' && 'cardId' in session,
    );
    if (held) {
      response.json(checkHeld(held, bag.total));
      return;
    }
    const checkout = { customerId, checkoutKey };
    await settleEarlierOrders(parts, checkout);
    const charged = await chargeSavedCard(parts, { ...checkout, bag, cardId }).catch((error: unknown) =>
      explainUnavailable(orders, checkout, error),
    );
    response.json('held' in charged ? checkHeld(charged.held, bag.total) : charged.view);
  });

  return router;
}
