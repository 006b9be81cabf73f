import { Router } from 'express';
import { createOrderNo, isIotPayError, type IotPay } from 'react-iotpay/server';
import type { AddCardView, SavedCardView } from '../api';
import { customerOf } from './customer';
import type { SavedCards } from './savedCards';

/** Saving a card without a payment, and the list of those that are saved. */
export function cardRoutes(
  iotpay: Pick<IotPay, 'addCard' | 'queryCard'>,
  cards: SavedCards,
  shopUrl: string,
): Router {
  const router = Router();

  /** The gateway knows whether a card was saved; that the browser says so proves nothing. */
  async function boundCard(cardId: string): Promise<SavedCardView[]> {
    try {
      const { cardNum = '', expiryDate = '' } = await iotpay.queryCard({ cardId });
      return [{ cardId, cardNum, expiryDate }];
    } catch (error) {
      if (isIotPayError(error) && error.code === 'card_not_bound') return [];
      throw error;
    }
  }

  router.get('/cards', async (_request, response) => {
    const cardIds = await cards.of(customerOf(response));
    response.json((await Promise.all(cardIds.map(boundCard))).flat());
  });

  router.post('/cards', async (_request, response) => {
    // An order number has what a card's name needs as well: unique, and short enough.
    const cardId = createOrderNo();
    const { secureId } = await iotpay.addCard({ cardId, channel: 'PF_CC', returnUrl: `${shopUrl}/checkout` });
    await cards.remember(customerOf(response), cardId);
    response.json({ cardId, secureId } satisfies AddCardView);
  });

  return router;
}
