import type { SavedCard } from '../../../contract/shopRoutes';

/** The ways to pay that a checkout can offer: IOTPay's form for cards, its form for UnionPay, and the customer's saved cards. */
export type IotPayMethodName = 'card' | 'unionpay' | 'saved';

/** One way to pay, as the customer can choose it. Each saved card is one. */
export type IotPayMethod =
  { name: 'card' | 'unionpay'; card?: undefined } | { name: 'saved'; card: SavedCard };

/** Tells the methods of one checkout apart. */
export const methodKey = ({ name, card }: IotPayMethod): string => (card ? `${name} ${card.cardId}` : name);

const byForm: IotPayMethod = { name: 'card' };

/** The ways to pay, in the shop's order. Where a customer has no saved card, there is a form all the same. */
export function methodsOf(
  names: readonly IotPayMethodName[],
  cards: readonly SavedCard[] = [],
): readonly IotPayMethod[] {
  const methods = names.flatMap((name): IotPayMethod | IotPayMethod[] =>
    name === 'saved' ? cards.map((card) => ({ name, card })) : { name },
  );
  return methods.length ? methods : [byForm];
}
