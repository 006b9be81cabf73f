import type { CardTrace } from '../ledger';
import type { SandboxScenario } from '../scenarios';
import type { Vault } from '../vault';
import { notSavedOutcome, savedOutcome } from './cardOutcomes';
import type { Outcome } from './paymentOutcomes';
import { systemError } from './sdkEvents';

/** Binds a card to a `cardId`, unless its scenario refuses: nothing is paid, so there is nothing to wait for. */
export function saveCard(
  target: { readonly cardId: string; readonly returnUrl: string },
  trace: CardTrace,
  holder: string,
  scenario: SandboxScenario,
  vault: Vault,
): Outcome {
  const { cardId, returnUrl } = target;
  if (scenario.kind === 'refused') return notSavedOutcome(cardId, returnUrl, scenario.retMsg);
  if (scenario.kind === 'broken') return notSavedOutcome(cardId, returnUrl, systemError);
  const card = { cardId, cardNum: trace.cardNum, holder: holder.trim(), expiryDate: trace.expiryDate };
  vault.bind(card);
  return savedOutcome(card, returnUrl, scenario);
}
