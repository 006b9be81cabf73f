/** What the page and the shop's own routes say to each other. Money is in whole cents, times are in milliseconds. */

import type { OrderState } from 'react-iotpay/orders';
import type { IotPayChannel } from 'react-iotpay/server';

export type { IotPayChannel, OrderState };

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

/** The customer's bag, which the server keeps until it is paid: `GET` and `PUT /api/bag`. */
export interface BagView extends PricedBag {
  id: string;
  /** Counts its changes. */
  revision: number;
  items: BagItem[];
  /** The order that has paid the bag before this one, until the customer has seen it: they may not know, and pay once more. */
  unseenOrder?: string | undefined;
}

/** What the page hands to the checkout: which bag it shows, and what it says that the bag costs. */
export interface CheckoutRequest {
  bagId: string;
  revision: number;
  total: number;
}

/** The goods and prices that the shop keeps with an order, as they were when it was opened. */
export interface Sold {
  bagId: string;
  bag: PricedBag;
}

export interface TestCardView {
  number: string;
  channel: IotPayChannel;
  /** What happens to a payment with it. */
  title: string;
}

/** Everything that the page needs to start: `GET /api/shop`. */
export interface ShopView {
  products: ProductView[];
  iotPayScript: string;
  gateway: { url: string; testCards: TestCardView[] };
}

/** A line of the customer's list: `GET /api/orders`. */
export interface OrderLine {
  mchOrderNo: string;
  state: OrderState;
  total: number;
  createdAt: number;
}

/** An order as the shop knows it: `GET /api/orders/:mchOrderNo`. */
export interface OrderDetails extends OrderLine {
  bag: PricedBag;
  /** When it last changed its state. */
  settledAt?: number | undefined;
  /** Masked. */
  cardNum?: string | undefined;
  /** It is the second payment for one bag: the shop gives it back. */
  surplus: boolean;
  /** Nothing, as long as nothing is paid. */
  refunds?: RefundsView | undefined;
}

/** The refunds of an order. A refund on its way is in neither `refunded` nor `left`. */
export interface RefundsView {
  paid: number;
  refunded: number;
  left: number;
  refunds: RefundView[];
}

export interface RefundView {
  mchRefundNo: string;
  /** A void takes back the whole payment before it is settled, a refund all or part of it after that. */
  kind: 'void' | 'refund';
  amount: number;
  /** `pending`: it is not decided yet. */
  state: 'pending' | 'succeeded' | 'failed';
  /** Why it failed. */
  reason?: string | undefined;
}

export interface RefundRequest {
  /** In dollars, as it was typed. */
  amount: string;
  /** What the page says is left, in cents: nothing is given back on the strength of an old page. */
  left: number;
}

/** The body of every answer that is not 2xx. */
export interface ErrorView {
  code: string;
  message: string;
}
