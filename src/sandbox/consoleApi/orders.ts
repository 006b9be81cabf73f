import type { ForcedOutcome } from './commands';
import type { ConsoleEvent } from './events';
import type { ConsoleNotification } from './notifications';

/** The state of an order, as the list shows it. */
export type OrderState =
  'open' | 'pending' | 'undecided' | 'paid' | 'settled' | 'failed' | 'partlyRefunded' | 'refunded' | 'void';

/** An order, refund or void: the gateway's own fields and what only the sandbox knows. */
export interface ConsoleOrder {
  readonly payOrderId: string;
  readonly mchOrderNo: string;
  readonly originalOrderId?: string;
  readonly currency: string;
  /** In whole cents. */
  readonly amount: number;
  /** In whole cents. */
  readonly refundable: number;
  readonly status: number;
  readonly paySuccTime?: string;
  readonly cardNum?: string;
  readonly cardType?: string;
  readonly channel: string;
  readonly subject?: string;
  readonly kind: 'payment' | 'refund' | 'void';
  readonly state: OrderState;
  readonly settlement?: 'open' | 'settled' | 'void';
  /** How often a card was charged for it. More than once is what a shop must never cause. */
  readonly charges: number;
  /** When it was opened, ISO 8601, by the sandbox's time. */
  readonly openedAt: string;
  /** Where its results are reported. */
  readonly notifyUrl?: string;
  /** What its next answer is forced to be. */
  readonly forced?: ForcedOutcome;
  /** Whether its card page still takes a card; orders that never had one lack it. */
  readonly session?: 'usable' | 'used' | 'expired';
}

/** `GET /_sandbox/orders`: newest first. */
export interface OrderList {
  readonly orders: readonly ConsoleOrder[];
  /** Give it as `before` to get the orders that follow; there are none without it. */
  readonly next?: string;
}

/** Which orders to list; all parts have to fit. */
export interface OrderFilter {
  /** Part of a number, a masked card, a subject, a state or an amount such as `19.99`. */
  readonly q?: string | undefined;
  readonly state?: OrderState | undefined;
  readonly kind?: ConsoleOrder['kind'] | undefined;
  /** Part of the masked card number, e.g. its last four digits. */
  readonly card?: string | undefined;
  /** In whole cents, inclusive. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** At most so many; all if nothing is said. */
  readonly limit?: number | undefined;
  /** Only orders older than this one; its `mchOrderNo`. */
  readonly before?: string | undefined;
}

/** `GET /_sandbox/orders/:mchOrderNo`: one order's timeline. */
export interface OrderTimeline {
  readonly order: ConsoleOrder;
  /** Its refunds and voids, oldest first; of a refund or void, the payment. */
  readonly related: readonly ConsoleOrder[];
  /** Oldest first, those of its refunds and voids included. */
  readonly events: readonly ConsoleEvent[];
  readonly notifications: readonly ConsoleNotification[];
  /** The problems, in words, e.g. "The shop never acknowledged …". */
  readonly wrong: readonly string[];
}
