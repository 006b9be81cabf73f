import type { IotPayChannel } from '../../contract/order';
import type { CardTrace } from '../cards/cardTrace';
import type { SandboxScenario } from '../cards/cardScenario';
import type { Vault } from '../cards/vault';
import { notSavedOutcome, savedOutcome } from './cardOutcomes';
import type { Outcome } from './paymentOutcomes';
import { systemError } from './sdkEvents';

/** Binds a card to a `cardId`, unless its scenario refuses even that: nothing is paid, so there is nothing to wait for. */
export function saveCard(
  target: { readonly cardId: string; readonly channel: IotPayChannel; readonly returnUrl: string },
  trace: Required<CardTrace>,
  holder: string,
  scenario: SandboxScenario,
  vault: Vault,
): Outcome {
  const { cardId, channel, returnUrl } = target;
  const { cardNum, cardType, expiryDate } = trace;
  if (scenario.kind === 'refused' && !scenario.onceSaved) {
    return notSavedOutcome(cardId, returnUrl, scenario.retMsg);
  }
  if (scenario.kind === 'broken') return notSavedOutcome(cardId, returnUrl, systemError);
  const card = { cardId, cardNum, holder: holder.trim(), expiryDate };
  vault.bind({ card, cardType, channel, scenario });
  return savedOutcome(card, returnUrl, scenario);
}
