/** What the page and the merchant server say to each other. Money is in whole cents, times are in milliseconds. */

import type { IotPayChannel } from 'react-iotpay/server';

export type { IotPayChannel };

export interface BagItem {
  productId: string;
  quantity: number;
}

export interface ProductView {
  id: string;
  name: string;
  detail: string;
  price: number;
}

export interface PricedLine extends BagItem {
  name: string;
  unitPrice: number;
  amount: number;
}

export interface PricedBag {
  lines: PricedLine[];
  subtotal: number;
  taxes: { label: string; amount: number }[];
  total: number;
}

export interface TestCardView {
  number: string;
  channel: IotPayChannel;
  behaviour: string;
}

/** Everything that the page needs to start: `GET /api/shop`. */
export interface ShopView {
  products: ProductView[];
  bag: BagItem[];
  iotPayScript: string;
  /** How often the page asks for an order's state while it waits. */
  pollEveryMs: number;
  gateway: { url: string; testCards: TestCardView[] };
}

export interface CheckoutRequest {
  /** Names what is being bought, however it is paid: the same one is paid once. */
  checkoutKey: string;
  channel: IotPayChannel;
  items: BagItem[];
}

export interface CheckoutView {
  mchOrderNo: string;
  secureId: string;
  /** The same payment on IOTPay's own page. */
  redirectUrl: string;
  bag: PricedBag;
}

/**
 * - `open`: nobody knows yet; it may be paid this very moment
 * - `paid`, `failed`: the gateway said so, in a verified notification or when asked
 * - `expired`: its form is over, and the gateway says that nothing has come of it. A payment that comes all the same makes it `paid`
 */
export type OrderState = 'open' | 'paid' | 'failed' | 'expired';

export interface OrderView {
  mchOrderNo: string;
  state: OrderState;
  /** It is open, and its customer may have paid: nothing else is sold to them. */
  undecided: boolean;
  channel: IotPayChannel;
  bag: PricedBag;
  createdAt: number;
  settledBy?: 'notification' | 'query' | 'unsent';
  settledAt?: number;
  /** Masked. */
  cardNum?: string;
  /** It is the second payment for one checkout: the shop gives it back. */
  surplus?: true;
}

export interface RefreshRequest {
  /** The card form has told how it ended. */
  hasBegun?: boolean;
}

/** One attempt to pay for a bag with a saved card. */
export interface SavedCardRequest {
  checkoutKey: string;
  cardId: string;
  items: BagItem[];
  /** What the customer was told that it costs, in cents: no form shows it again. */
  total: number;
}

/** What became of it. `open`: nobody knows yet. */
export interface SavedCardPaymentView {
  mchOrderNo: string;
  state: OrderState;
  /** The gateway's words, if it declined the card. */
  reason?: string;
}

/** A void takes back the whole payment before it is settled, a refund all or part of it after that. */
export type RefundKind = 'void' | 'refund';

/** `pending`: nobody knows yet. */
export type RefundState = 'pending' | 'succeeded' | 'failed';

export interface RefundRequest {
  /** Names one click: the same one twice is one refund. */
  refundKey: string;
  /** In dollars, as it was typed. */
  amount: string;
  /** What the page says is left, in cents: nothing is given back on the strength of an old page. */
  left: number;
}

export interface RefundView {
  mchRefundNo: string;
  kind: RefundKind;
  amount: number;
  state: RefundState;
  /** Why it failed. */
  reason?: string;
  createdAt: number;
}

/** What of an order has been given back. What is on its way is in neither sum. */
export interface RefundsView {
  paid: number;
  refunded: number;
  left: number;
  refunds: RefundView[];
}

export interface AddCardView {
  cardId: string;
  secureId: string;
}

export interface SavedCardView {
  cardId: string;
  cardNum: string;
  /** `MMYY`. */
  expiryDate: string;
}

/** The body of every answer that is not 2xx. */
export interface ErrorView {
  code: string;
  message: string;
  /** With `already_paid`: the order to show instead of selling it again. */
  mchOrderNo?: string;
}
