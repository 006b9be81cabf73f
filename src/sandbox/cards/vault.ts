import type { IotPayChannel } from '../../contract/order';
import type { IotPaySavedCard } from '../../contract/savedCard';
import type { SandboxScenario } from './cardScenario';

/** A saved card: what the merchant may know of it, and what comes of charging it. */
export interface VaultCard {
  readonly card: Required<IotPaySavedCard>;
  readonly cardType: string;
  readonly channel: IotPayChannel;
  readonly scenario: SandboxScenario;
}

/** The saved cards by `cardId`; only masked numbers ever get here. */
export interface Vault {
  find(cardId: string): VaultCard | undefined;
  bind(saved: VaultCard): void;
  clear(): void;
}

export function createVault(): Vault {
  const cards = new Map<string, VaultCard>();
  return {
    find: (cardId) => cards.get(cardId),
    bind: (saved) => void cards.set(saved.card.cardId, saved),
    clear: () => cards.clear(),
  };
}
