/** Which `cardId`s belong to which customer. The cards themselves are IOTPay's to keep. */
export interface SavedCards {
  remember(customerId: string, cardId: string): Promise<void>;
  of(customerId: string): Promise<string[]>;
}
