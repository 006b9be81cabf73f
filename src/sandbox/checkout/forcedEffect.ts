import type { CardEffect } from '../cards/cardEffect';
import type { ForcedOutcome } from '../consoleApi/commands';
import type { LedgerEntry } from '../orders/ledger';

/** The outcomes that come when the customer tries a card, as a card of that kind would make them. */
export const forcedEffects: Readonly<Partial<Record<ForcedOutcome, CardEffect>>> = {
  paid: { kind: 'paid', status: 2 },
  declined: { kind: 'refused', retMsg: 'Card declined' },
  undecided: { kind: 'undecided' },
  timeout: { kind: 'silent', status: 2 },
};

/** The effect that the console forces on the next card. Asking for it uses it up. */
export function takeForced(entry: LedgerEntry): CardEffect | undefined {
  const effect = entry.forced && forcedEffects[entry.forced];
  if (effect) delete entry.forced;
  return effect;
}
