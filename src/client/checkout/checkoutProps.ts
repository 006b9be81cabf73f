import type { RefCallback } from 'react';
import type { OrderView } from '../../contract/shopRoutes';
import type { UseIotPayCardOptions } from '../card/cardProps';
import type { ShopAddress } from '../shop/useShop';
import type { IotPayCheckoutState } from './sale/checkoutState';
import type { IotPayMethod, IotPayMethodName } from './sale/method';

export interface UseIotPayCheckoutOptions
  extends ShopAddress, Pick<UseIotPayCardOptions, 'options' | 'script' | 'formTimeoutMs' | 'onError'> {
  /** Describes the sale, as JSON. The shop's `checkout` gets it and sets the price. Another request is another sale. */
  request?: Record<string, unknown> | undefined;
  /**
   * The ways to pay, in the order to show them. Default `['card']`. `'saved'` shows the customer's saved cards, if
   * there are any.
   */
  methods?: readonly IotPayMethodName[] | undefined;
  /** The shop's server says paid. Called once per order and page, also after a reload of a paid cart. */
  onPaid?: ((order: OrderView) => unknown) | undefined;
  /**
   * IOTPay's form or the shop's server says declined. Called once per order and page. The order may become paid after
   * all.
   */
  onDeclined?: ((order: OrderView) => unknown) | undefined;
}

export type UseIotPayCheckoutResult = IotPayCheckoutState & {
  /** The ways to pay that the customer can choose from. Each saved card is one. */
  methods: readonly IotPayMethod[];
  /** The chosen way to pay. It is undefined while it depends on saved cards that are still loading. */
  method: IotPayMethod | undefined;
  /**
   * Chooses another way to pay. The shop's server decides whether another order is safe. Does nothing once the customer
   * may have paid.
   */
  choose: (method: IotPayMethod) => void;
  /** Charges the saved card in the state `chosen`. */
  pay: () => void;
  /** After a decline, asks for another order. After a failure, tries again. */
  tryAgain: () => void;
  /** Whether IOTPay's form is on the page and can be used. */
  isFormReady: boolean;
  /** Put it on an empty element that is always there. The form goes inside. */
  containerRef: RefCallback<HTMLElement>;
  /** The same as props of that element. */
  containerProps: { ref: RefCallback<HTMLElement>; hidden: boolean };
};
