import type { Shop } from '../../shop/useShop';
import { methodsOf, type IotPayMethod, type IotPayMethodName } from './method';
import { createSavedCardList } from './savedCardList';

/** The ways to pay of one sale, and the customer's choice. */
export interface MethodChoice {
  readonly all: () => readonly IotPayMethod[];
  /**
   * The chosen way to pay, at first the first one. It is undefined while it depends on saved cards that are still
   * loading.
   */
  readonly chosen: () => IotPayMethod | undefined;
  readonly choose: (method: IotPayMethod | undefined) => void;
  /** Takes the ways to pay that the shop offers now. */
  readonly offer: (shop: Shop, names: readonly IotPayMethodName[]) => void;
}

export function createMethodChoice(): MethodChoice {
  const saved = createSavedCardList();
  let names: readonly IotPayMethodName[] = [];
  let cards = saved.get();
  let methods = methodsOf(names);
  let chosen: IotPayMethod | undefined;

  function all(): readonly IotPayMethod[] {
    if (cards !== saved.get()) {
      cards = saved.get();
      methods = methodsOf(names, cards);
    }
    return methods;
  }

  return {
    all,
    chosen() {
      const isWaiting = names[0] === 'saved' && !saved.get();
      return chosen ?? (isWaiting ? undefined : all()[0]);
    },
    choose(method) {
      chosen = method;
    },
    offer(shop, next) {
      names = next;
      methods = methodsOf(names, cards);
      if (names.includes('saved')) saved.load(shop);
    },
  };
}
