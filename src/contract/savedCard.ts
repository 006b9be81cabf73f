import { readFields } from './wire';

/** A card bound to a `cardId` (docs/gateway-contract.md, sections 1 and 3). `cvv` is dropped where the data arrives. */
export interface IotPaySavedCard {
  /** The merchant's own name for the card, at most 30 characters. */
  cardId: string;
  /** Masked, e.g. `432567******2266`. */
  cardNum?: string;
  holder?: string;
  /** `MMYY`. */
  expiryDate?: string;
}

/** Reads a saved card from any value. A value without a `cardId` is not a card. */
export function readSavedCard(data: unknown): IotPaySavedCard | undefined {
  const card = readFields(data);
  return card.cardId ? (card as unknown as IotPaySavedCard) : undefined;
}
