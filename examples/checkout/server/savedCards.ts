/** Which `cardId`s belong to which customer. The cards themselves are IOTPay's to keep. */
export interface SavedCards {
  remember(customerId: string, cardId: string): Promise<void>;
  of(customerId: string): Promise<string[]>;
}

export function createSavedCardsInMemory(): SavedCards {
  const cards = new Map<string, string[]>();
  return {
    remember(customerId, cardId) {
      cards.set(customerId, [...(cards.get(customerId) ?? []), cardId]);
      return Promise.resolve();
    },
    of: (customerId) => Promise.resolve(cards.get(customerId) ?? []),
  };
}
