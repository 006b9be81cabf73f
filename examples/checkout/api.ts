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
 * - `expired`: its hour passed without a payment
 */
export type OrderState = 'open' | 'paid' | 'failed' | 'expired';

export interface OrderView {
  mchOrderNo: string;
  state: OrderState;
  channel: IotPayChannel;
  bag: PricedBag;
  createdAt: number;
  settledBy?: 'notification' | 'query';
  settledAt?: number;
  /** Masked. */
  cardNum?: string;
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
