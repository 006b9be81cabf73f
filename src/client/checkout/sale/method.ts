import type { SavedCard } from '../../../contract/shopRoutes';

/**
 * The ways to pay that a checkout can offer: IOTPay's form for cards, its form for UnionPay, and the customer's saved
 * cards.
 */
export type IotPayMethodName = 'card' | 'unionpay' | 'saved';

/** One way to pay that the customer can choose. Each saved card is one. */
export type IotPayMethod =
  { name: 'card' | 'unionpay'; card?: undefined } | { name: 'saved'; card: SavedCard };

/** A key that is unique among the methods of one checkout. */
export const methodKey = ({ name, card }: IotPayMethod): string => (card ? `${name} ${card.cardId}` : name);

const byForm: IotPayMethod = { name: 'card' };

/**
 * The ways to pay, in the shop's order. If there would be none, because the customer has no saved card, the card form
 * is offered.
 */
export function methodsOf(
  names: readonly IotPayMethodName[],
  cards: readonly SavedCard[] = [],
): readonly IotPayMethod[] {
  const methods = names.flatMap((name): IotPayMethod | IotPayMethod[] =>
    name === 'saved' ? cards.map((card) => ({ name, card })) : { name },
  );
  return methods.length ? methods : [byForm];
}
