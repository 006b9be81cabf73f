import type { SavedCard } from '../../../contract/shopRoutes';
import { pageChanged } from '../../pageChanges';
import type { Shop } from '../../shop/useShop';
import { within } from '../../shop/within';

/** The customer's saved cards, asked for once. */
export interface SavedCardList {
  /** Undefined while they are loading. */
  readonly get: () => readonly SavedCard[] | undefined;
  readonly load: (shop: Shop) => void;
}

/** How long the list may take, in milliseconds. The other ways to pay do not wait for it. */
const listMs = 10_000;

export function createSavedCardList(): SavedCardList {
  let cards: readonly SavedCard[] | undefined;
  let isAsked = false;

  return {
    get: () => cards,
    load({ api }) {
      if (isAsked) return;
      isAsked = true;
      within(listMs, new AbortController(), (signal) => api.cards({ signal }))
        // The customer is not signed in, or the shop has no saved cards. Then this is no way to pay. The next component
        // may ask again.
        .catch(() => {
          isAsked = false;
          return [];
        })
        .then((answer) => {
          cards = answer;
          pageChanged();
        })
        .catch(() => undefined);
    },
  };
}
