import type { Order, Payment, Refund } from '../order';

/** An order, with the fields that only the library needs. */
export interface StoredOrder extends Order {
  /** Counts the changes. A change is saved only if the order still has the version that the change was made from. */
  version: number;
  /** Whether it holds its key. Meanwhile no other order of the same key is opened. */
  holdsKey: boolean;
  /** The number of the order whose payment has paid for this order's key. It may be this order. */
  keyPaidBy?: string | undefined;
  /** The number of the order that holds this order's key. It may be this order. */
  keyHeldBy?: string | undefined;
  /** Other open orders of this key, which no longer hold it. They may be paid all the same. */
  openRivals?: readonly string[] | undefined;
  cardId?: string | undefined;
  /** For the customer's form, as long as the order is open. */
  secureId?: string | undefined;
  redirectUrl?: string | undefined;
  /** When the form's hour is over, in epoch milliseconds. */
  payableUntil?: number | undefined;
  /** How often the library has asked the gateway by itself since the order last changed its state. */
  asks: number;
  /** When to ask next by itself, in epoch milliseconds, or undefined for never. */
  nextAskAt?: number | undefined;
  /** Since when the gateway says that there is no such order, in epoch milliseconds, and how often it has said so. */
  absentSince?: number | undefined;
  absences: number;
}

/** The kinds of events of an order, for handlers and for the outbox. */
export type OrderEventKind =
  'paid' | 'failed' | 'expired' | 'surplus' | 'refunded' | 'surplus_refunded' | 'refund_failed';

export interface NewEvent {
  readonly kind: OrderEventKind;
  readonly payOrderId?: string | undefined;
  readonly mchRefundNo?: string | undefined;
}

/** An event in the outbox. */
export interface StoredEvent extends NewEvent {
  readonly id: string;
  readonly mchOrderNo: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** One step of an order, which is saved as a whole. */
export interface Change {
  /** The new order, with the version that it was read with. */
  readonly order: StoredOrder;
  /** Payments that are new. */
  readonly payments: readonly Payment[];
  /** Refunds that are new or have changed. */
  readonly refunds: readonly Refund[];
  readonly events: readonly NewEvent[];
  /** When it happens, in epoch milliseconds. */
  readonly at: number;
}

/** A card that a customer may have saved. The gateway keeps the card itself. */
export interface StoredCard {
  readonly cardId: string;
  readonly customer: string;
  readonly channel: 'PF_CC' | 'UPI_EX';
  /** Masked. It is known once the gateway has said that the card is saved. */
  readonly cardNum?: string | undefined;
  /** `MMYY`. */
  readonly expiryDate?: string | undefined;
  readonly createdAt: number;
}

/** The orders that `list` returns, the newest first. */
export interface OrderFilter {
  readonly states?: readonly Order['state'][] | undefined;
  readonly attention?: boolean | undefined;
  readonly customer?: string | undefined;
  readonly key?: string | undefined;
  /** Created at this time or later, and before that one, in epoch milliseconds. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only order numbers before this one, for the page after a page that ended with it. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * The name of one order: its own number, the number of one of its payments or refunds, or a key. A key names the order
 * whose payment has paid it, or else an open order, preferably the one that holds the key.
 */
export type OrderName =
  | { readonly mchOrderNo: string }
  | { readonly payOrderId: string }
  | { readonly mchRefundNo: string }
  | { readonly key: string };

/**
 * The database of a transaction: `query` with parameters written `$1`, `$2` … At run time it is the driver's own
 * client, so that the shop can pass it to the library that it uses on top of its driver.
 */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/**
 * Where orders are kept. Any number of processes may call every method at the same moment, and each call is all or
 * nothing. Returned objects are copies. `react-iotpay/testing/store` holds the cases that a store has to pass.
 */
export interface OrderStore {
  /** Creates or updates the store's tables. Two processes may do it at the same moment. */
  migrate(): Promise<void>;
  /** 32 random bytes in hexadecimal, made once for all processes. They sign the order cookies. */
  secret(): Promise<string>;
  read(by: OrderName): Promise<StoredOrder | undefined>;
  /**
   * Stores a new order, if its key is neither held nor paid. With `instead`, the open order of that number and version
   * gives up the key in the same step. `false` if this was not possible: read again.
   */
  insert(
    order: StoredOrder,
    instead?: { readonly mchOrderNo: string; readonly version: number },
  ): Promise<boolean>;
  /**
   * Saves a change in one transaction, and calls `within` in it. `false`, without any change, if the order has another
   * version by now, or a payment, a refund's key or the order's key is taken: read again. An error of `within` undoes
   * everything and is thrown.
   */
  save(change: Change, within?: (sql: Sql) => Promise<void>): Promise<boolean>;
  /**
   * Takes orders that are due at `now`, and makes them due again at `until`, so that no other process takes them
   * meanwhile.
   */
  claimDue(now: number, until: number, limit: number): Promise<readonly StoredOrder[]>;
  /**
   * Whether this caller may ask the gateway about this order now. At most one may within `pauseMs`, before or after,
   * because the clocks of two processes differ.
   */
  claimAsk(mchOrderNo: string, now: number, pauseMs: number): Promise<boolean>;
  list(filter: OrderFilter): Promise<readonly StoredOrder[]>;
  /** Takes the first event of up to `limit` orders, and keeps each from other processes until `until`. */
  takeEvents(now: number, until: number, limit: number): Promise<readonly StoredEvent[]>;
  /** Removes an event that is done. */
  finishEvent(id: string): Promise<void>;
  /** Adds a card, or saves the gateway's report about it. */
  putCard(card: StoredCard): Promise<void>;
  /** A customer's cards, the oldest first. */
  cardsOf(customer: string): Promise<readonly StoredCard[]>;
  /** Returns whether there was one. */
  removeCard(customer: string, cardId: string): Promise<boolean>;
}
