import type { Order, Payment, Refund } from '../order';

/** An order with what only the library needs to know of it. */
export interface StoredOrder extends Order {
  /** Counts the changes: a change is saved only to the version that it was made from. */
  version: number;
  /** Whether it holds its key: no other order of the same key is opened meanwhile. */
  holdsKey: boolean;
  /** The order number whose payment has paid for this order's key, this order's own included. */
  keyPaidBy?: string | undefined;
  /** The order number that holds this order's key, this order's own included. */
  keyHeldBy?: string | undefined;
  /** Other open orders of this key, which have let go of it: they may be paid all the same. */
  openRivals?: readonly string[] | undefined;
  cardId?: string | undefined;
  /** For the customer's form, as long as the order is open. */
  secureId?: string | undefined;
  redirectUrl?: string | undefined;
  /** When the form's hour is over, in epoch milliseconds. */
  payableUntil?: number | undefined;
  /** How often the gateway was asked by itself since the order last changed its state. */
  asks: number;
  /** When to ask next by itself, in epoch milliseconds; nothing if never. */
  nextAskAt?: number | undefined;
  /** Since when the gateway says that there is no such order, in epoch milliseconds, and how often it has said so. */
  absentSince?: number | undefined;
  absences: number;
}

/** What has happened to an order, for handlers and for the outbox. */
export type OrderEventKind =
  'paid' | 'failed' | 'expired' | 'surplus' | 'refunded' | 'surplus_refunded' | 'refund_failed';

export interface NewEvent {
  readonly kind: OrderEventKind;
  readonly payOrderId?: string | undefined;
  readonly mchRefundNo?: string | undefined;
}

/** An event as it stands in the outbox. */
export interface StoredEvent extends NewEvent {
  readonly id: string;
  readonly mchOrderNo: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** One step of an order, to be saved as a whole. */
export interface Change {
  /** The order as it is to be, with the version that it was read with. */
  readonly order: StoredOrder;
  /** Payments that are new. */
  readonly payments: readonly Payment[];
  /** Refunds that are new or have changed. */
  readonly refunds: readonly Refund[];
  readonly events: readonly NewEvent[];
  /** When it happens, in epoch milliseconds. */
  readonly at: number;
}

/** A card that a customer may have saved; the gateway keeps the card itself. */
export interface StoredCard {
  readonly cardId: string;
  readonly customer: string;
  readonly channel: 'PF_CC' | 'UPI_EX';
  /** Known once the gateway has said that the card is saved. Masked. */
  readonly cardNum?: string | undefined;
  /** `MMYY`. */
  readonly expiryDate?: string | undefined;
  readonly createdAt: number;
}

/** Which orders `list` gives, the newest first. */
export interface OrderFilter {
  readonly states?: readonly Order['state'][] | undefined;
  readonly attention?: boolean | undefined;
  readonly customer?: string | undefined;
  readonly key?: string | undefined;
  /** Created at this time or later, and before that one, in epoch milliseconds. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only order numbers before this one: the page after a page that ended with it. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * One order: by its own number, by that of a payment or a refund of it, or by a key: then the order whose payment has paid the key, or
 * else an open one, first of all the one that holds it.
 */
export type OrderName =
  | { readonly mchOrderNo: string }
  | { readonly payOrderId: string }
  | { readonly mchRefundNo: string }
  | { readonly key: string };

/**
 * The database of a transaction: `query` with parameters written `$1`, `$2` … At run time it is the driver's own client, so that
 * what the shop uses on top of its driver can be given it too.
 */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

/**
 * Where orders are kept. Any number of processes may call every method at the same moment; each is all or nothing. What comes out is
 * a copy. `react-iotpay/testing/store` holds the cases that a store has to pass.
 */
export interface OrderStore {
  /** Creates or updates what the store needs. Two processes may do it at the same moment. */
  migrate(): Promise<void>;
  /** 32 random bytes in hexadecimal, made once for all processes: what the order cookies are signed with. */
  secret(): Promise<string>;
  read(by: OrderName): Promise<StoredOrder | undefined>;
  /**
   * Stores a new order, if nobody holds its key and nobody has paid it. With `instead`, the open order of that number, in the version
   * given, lets go of the key in the same step. `false` if it could not be: read again.
   */
  insert(
    order: StoredOrder,
    instead?: { readonly mchOrderNo: string; readonly version: number },
  ): Promise<boolean>;
  /**
   * Saves a change in one transaction, and calls `within` in it. `false`, and nothing has happened, if the order has another version
   * by now, or a payment, a refund's key or the order's key is taken: read again. What `within` throws undoes everything and is
   * thrown.
   */
  save(change: Change, within?: (sql: Sql) => Promise<void>): Promise<boolean>;
  /** Takes orders that are due at `now`, and makes them due again at `until`, so that nobody else takes them meanwhile. */
  claimDue(now: number, until: number, limit: number): Promise<readonly StoredOrder[]>;
  /**
   * Whether somebody may ask the gateway about this order now: at most one may within `pauseMs`, before or after, because the clocks of
   * two processes differ.
   */
  claimAsk(mchOrderNo: string, now: number, pauseMs: number): Promise<boolean>;
  list(filter: OrderFilter): Promise<readonly StoredOrder[]>;
  /** Takes the first event of up to so many orders, and keeps each from others until `until`. */
  takeEvents(now: number, until: number, limit: number): Promise<readonly StoredEvent[]>;
  /** Removes an event that is done. */
  finishEvent(id: string): Promise<void>;
  /** Adds a card, or notes what the gateway says of it. */
  putCard(card: StoredCard): Promise<void>;
  /** A customer's cards, the oldest first. */
  cardsOf(customer: string): Promise<readonly StoredCard[]>;
  /** Whether there was one. */
  removeCard(customer: string, cardId: string): Promise<boolean>;
}
