import type { IotPayChannel } from '../../contract/order';
import type { IotPaySavedCard } from '../../contract/savedCard';
import type { CardEffect } from './cardEffect';

/** A saved card: the fields that the merchant may know, and the effect of charging it. */
export interface VaultCard {
  readonly card: Required<IotPaySavedCard>;
  readonly cardType: string;
  readonly channel: IotPayChannel;
  readonly effect: CardEffect;
}

/** The saved cards by `cardId`; only masked numbers ever get here. */
export interface Vault {
  find(cardId: string): VaultCard | undefined;
  bind(saved: VaultCard): void;
  all(): readonly VaultCard[];
  /** Hears of every card that was bound. */
  onChange(listener: (saved: VaultCard) => void): void;
  clear(): void;
  restore(cards: readonly VaultCard[]): void;
}

export function createVault(): Vault {
  const cards = new Map<string, VaultCard>();
  const listeners: ((saved: VaultCard) => void)[] = [];
  const keep = (saved: VaultCard) => void cards.set(saved.card.cardId, saved);
  return {
    find: (cardId) => cards.get(cardId),
    bind(saved) {
      keep(saved);
      for (const listener of listeners) listener(saved);
    },
    all: () => [...cards.values()],
    onChange: (listener) => void listeners.push(listener),
    clear: () => cards.clear(),
    restore: (given) => given.forEach(keep),
  };
}
