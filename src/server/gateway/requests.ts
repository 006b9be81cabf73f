import type { IotPayChannel } from '../../contract/order';

// Lengths are in characters as a reader counts them, Unicode code points: `🍁` is one. All limits: docs/gateway-contract.md, section 3.

/** A payment page for one order: `purchase`. */
export interface PurchaseRequest {
  /** Your order number, at most 30 characters, never used before: `createOrderNo()` makes one. */
  mchOrderNo: string;
  /** Whole cents, 1 to 2^31 - 1: `toCents('19.99')`. */
  amount: number;
  /** `'CAD'`, the default, is the only currency. */
  currency?: 'CAD' | undefined;
  channel: IotPayChannel;
  /** The gateway reports the payment here: an absolute http(s) URL, at most 200 characters. */
  notifyUrl: string;
  /** The customer comes back here: an absolute http(s) URL, at most 200 characters. */
  returnUrl: string;
  /** At most 64 characters. */
  subject?: string | undefined;
  /** At most 250 characters. */
  body?: string | undefined;
  /** Your number for the customer, at most 30 characters. */
  mchUserId?: string | undefined;
}

/** A page that saves a card under a name of yours: `addCard`. */
export interface AddCardRequest {
  /** Your name for the card, at most 30 characters; it binds exactly one card. */
  cardId: string;
  channel: IotPayChannel;
  /** An absolute http(s) URL, at most 200 characters. */
  returnUrl: string;
}

/** A saved card by your name for it: `queryCard`. */
export interface QueryCardRequest {
  cardId: string;
}

/** An order by one of its two numbers: `query`. For a refund or void, `mchOrderNo` is its `mchRefundNo`. */
export type QueryRequest =
  { mchOrderNo: string; payOrderId?: undefined } | { payOrderId: string; mchOrderNo?: undefined };

/** A payment with a saved card, without the customer: `purchaseWithToken`. */
export interface PurchaseWithTokenRequest {
  /** Your order number, at most 30 characters, never used before. */
  mchOrderNo: string;
  /** A card that was saved with `addCard`. */
  cardId: string;
  /** Whole cents, 1 to 2^31 - 1. */
  amount: number;
  /** `'CAD'`, the default, is the only currency. */
  currency?: 'CAD' | undefined;
  /** At most 64 characters. */
  subject?: string | undefined;
  /** At most 250 characters. */
  body?: string | undefined;
  /** The customer's IP address, at most 50 characters. */
  clientIp?: string | undefined;
  /** Required by the gateway if the card is a `UPI_EX` one: an absolute http(s) URL, at most 200 characters. */
  notifyUrl?: string | undefined;
  /** Your number for the customer, at most 30 characters. */
  mchUserId?: string | undefined;
}

/** A payment with Apple Pay or Google Pay: `purchaseWithWallet`. */
export interface PurchaseWithWalletRequest {
  /** Your order number, at most 30 characters, never used before. */
  mchOrderNo: string;
  /** Whole cents, 1 to 2^31 - 1. */
  amount: number;
  /** `'CAD'`, the default, is the only one there is. */
  currency?: 'CAD' | undefined;
  walletType: 'ApplePay' | 'GooglePay';
  /** The wallet's payment token, in base64. */
  walletData: string;
  /** At most 64 characters. */
  subject?: string | undefined;
  /** At most 250 characters. */
  body?: string | undefined;
}

/**
 * Takes back a whole payment before it is settled, so that it never appears on the customer's statement: `voidPayment`.
 */
export interface VoidRequest {
  /** Your number for the void, at most 30 characters, never used before. */
  mchRefundNo: string;
  /** The payment's `payOrderId`. */
  payOrderId: string;
  /** An absolute http(s) URL, at most 200 characters. */
  notifyUrl?: string | undefined;
}

/** Gives back all or part of a settled payment: `refund`. */
export interface RefundRequest extends VoidRequest {
  /** Whole cents, 1 to the order's `refundable`. */
  refundAmount: number;
}

/** The options of every call. */
export interface CallOptions {
  /**
   * Gives up waiting. A call that moves money may have taken effect all the same if it was under way. It then fails
   * with `outcome_unknown`, not with `aborted`.
   */
  signal?: AbortSignal | undefined;
}
