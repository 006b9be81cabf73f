import type { IotPaySavedCard } from '../contract/savedCard';

/** The saved cards by `cardId`; only masked numbers ever get here. */
export interface Vault {
  find(cardId: string): Required<IotPaySavedCard> | undefined;
  bind(card: Required<IotPaySavedCard>): void;
  clear(): void;
}

export function createVault(): Vault {
  const cards = new Map<string, Required<IotPaySavedCard>>();
  return {
    find: (cardId) => cards.get(cardId),
    bind: (card) => void cards.set(card.cardId, card),
    clear: () => cards.clear(),
  };
}
