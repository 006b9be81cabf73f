import type { IotPayChannel } from '../../contract/order';
import type { CardTrace } from '../cards/cardTrace';
import type { CardEffect } from '../cards/cardEffect';
import type { Vault } from '../cards/vault';
import { notSavedOutcome, savedOutcome } from './cardOutcomes';
import type { Outcome } from './paymentOutcomes';
import { systemError } from './sdkEvents';

/** Binds a card to a `cardId`, unless its effect refuses even that: nothing is paid, so there is nothing to wait for. */
export function saveCard(
  target: { readonly cardId: string; readonly channel: IotPayChannel; readonly returnUrl: string },
  trace: Required<CardTrace>,
  holder: string,
  effect: CardEffect,
  vault: Vault,
): Outcome {
  const { cardId, channel, returnUrl } = target;
  const { cardNum, cardType, expiryDate } = trace;
  if (effect.kind === 'refused' && !effect.onceSaved) {
    return notSavedOutcome(cardId, returnUrl, effect.retMsg);
  }
  if (effect.kind === 'broken') return notSavedOutcome(cardId, returnUrl, systemError);
  const card = { cardId, cardNum, holder: holder.trim(), expiryDate };
  vault.bind({ card, cardType, channel, effect });
  return savedOutcome(card, returnUrl, effect);
}
