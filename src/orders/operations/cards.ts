import { createOrderNo, type IotPayChannel, type IotPaySession } from 'react-iotpay/server';
import { isIotPayError } from '../../contract/error';
import type { SavedCard } from '../../contract/shopRoutes';
import { IotPayOrdersError } from '../errors';
import type { StoredCard } from '../stores/store';
import type { Desk } from './desk';

/** A form that saves a card, for one hour. */
export interface CardForm {
  readonly cardId: string;
  readonly session: IotPaySession;
}

/** How long a form may still save its card: a secureId's hour, and some time to decide. */
const askedMs = 2 * 3_600_000;

/** Opens a form that saves a card for a customer. No money moves, so a lost answer does no harm. */
export async function saveCard(
  desk: Desk,
  customer: string,
  channel: IotPayChannel = 'PF_CC',
): Promise<CardForm> {
  // An order number is a good card name too, because it is unique and short enough.
  const cardId = createOrderNo();
  const session = await desk.iotpay.addCard({ cardId, channel, returnUrl: `${desk.url}/return` });
  await desk.store.putCard({ cardId, customer, channel, createdAt: desk.now() });
  return { cardId, session };
}

/**
 * A customer's cards. The gateway is asked about cards whose form was opened lately, because only it knows whether they
 * were saved.
 */
export async function listCards(desk: Desk, customer: string): Promise<SavedCard[]> {
  const cards = await desk.store.cardsOf(customer);
  const bound = await Promise.all(cards.map((card) => boundCardOrNone(desk, card)));
  return bound.filter((card) => card !== undefined);
}

/** If the gateway can't say whether one card was saved, the other cards are still shown. */
async function boundCardOrNone(desk: Desk, card: StoredCard): Promise<SavedCard | undefined> {
  try {
    return await boundCard(desk, card);
  } catch (error) {
    await desk.onError(error);
    return undefined;
  }
}

/** @throws IotPayOrdersError `no_such_card` */
export async function findCard(desk: Desk, customer: string, cardId: string): Promise<SavedCard> {
  const stored = (await desk.store.cardsOf(customer)).find((one) => one.cardId === cardId);
  const card = stored && (await boundCard(desk, stored));
  if (card) return card;
  throw new IotPayOrdersError('no_such_card', 'The customer has no such card.');
}

async function boundCard(desk: Desk, card: StoredCard): Promise<SavedCard | undefined> {
  const { cardId, channel, cardNum, expiryDate } = card;
  if (cardNum !== undefined) return { cardId, channel, cardNum, expiryDate };
  if (desk.now() - card.createdAt > askedMs) return undefined;
  try {
    const saved = await desk.iotpay.queryCard({ cardId });
    const known = { ...card, cardNum: saved.cardNum ?? '', expiryDate: saved.expiryDate };
    await desk.store.putCard(known);
    return { cardId, channel, cardNum: known.cardNum, expiryDate: known.expiryDate };
  } catch (error) {
    if (isIotPayError(error) && error.code === 'card_not_bound') return undefined;
    throw error;
  }
}
