/**
 * What an open order is to come to. `undecided`: status 1, until another outcome is forced. `timeout`: the SDK gives up with
 * `Timeout`, and a query tells later that it was paid. `noSuchOrder`: queries don't know it, until the force is taken back.
 */
export type ForcedOutcome = 'paid' | 'declined' | 'undecided' | 'timeout' | 'expired' | 'noSuchOrder';

/** `POST /_sandbox/orders/:mchOrderNo/force` */
export interface ForceCommand {
  readonly outcome: ForcedOutcome;
  /**
   * `next`, the default: whatever card the customer tries next. `now`: at once, as if the customer had just paid somewhere else.
   * `expired` and `noSuchOrder` are always at once.
   */
  readonly when?: 'next' | 'now' | undefined;
}

export type FaultKind = 'delay' | 'fail' | 'http' | 'html' | 'brokenJson' | 'cut';

/** `POST /_sandbox/faults`: spoils the next answers of a call. */
export interface FaultCommand {
  /** The last part of the call's path, e.g. `cc_query`; `*` for every call of a merchant's server. */
  readonly call: string;
  readonly kind: FaultKind;
  /** How often; once if nothing is said, without end with `forMs`. */
  readonly times?: number | undefined;
  /** For so many milliseconds of the sandbox's time. */
  readonly forMs?: number | undefined;
  /** Whether the call takes effect all the same, and only its answer is spoilt. */
  readonly carriedOut?: boolean | undefined;
  /** For `delay`: how long, in milliseconds. */
  readonly ms?: number | undefined;
  /** For `fail`: the reason. */
  readonly retMsg?: string | undefined;
  /** For `http`: the status, 500 if nothing is said. */
  readonly status?: number | undefined;
}

export type NotificationFaultKind = 'lost' | 'doubled' | 'late' | 'outOfOrder' | 'wrongSignature';

/** `POST /_sandbox/notifications/faults`: spoils the next notifications. */
export interface NotificationFaultCommand {
  readonly kind: NotificationFaultKind;
  readonly times?: number | undefined;
  /** For so many milliseconds of the sandbox's time. */
  readonly forMs?: number | undefined;
  /** The order, refund or void whose notification it is; the next one's if nothing is said. */
  readonly mchOrderNo?: string | undefined;
  /** For `late`: how long, in milliseconds. */
  readonly ms?: number | undefined;
}

/** A fault that is still to come, for a chip with a button that takes it away: `DELETE /_sandbox/faults/:id`. */
export type ActiveFault = { readonly id: number; readonly until?: string } & (
  ({ readonly of: 'call' } & FaultCommand) | ({ readonly of: 'notification' } & NotificationFaultCommand)
);

/**
 * `wrongKey`: signed with another key, it claims a payment. `otherAmount` and `otherOrder`: signed right, but of one cent, or of an
 * order that the shop never made. `repeated`: three times at once. `late`: after `ms`, or the clock `lateNotificationMs`.
 */
export type Forgery = 'wrongKey' | 'otherAmount' | 'otherOrder' | 'repeated' | 'late';

/** `POST /_sandbox/notifications`: sends one by hand. Without `changes` and `forge` it is sent again as the order stands. */
export interface NotifyCommand {
  readonly mchOrderNo: string;
  /** Fields to alter before it is signed. */
  readonly changes?: Readonly<Record<string, string | number | null>> | undefined;
  readonly forge?: Forgery | undefined;
  /** For `late`: how long, in milliseconds. */
  readonly ms?: number | undefined;
}

/** `POST /_sandbox/launch`: opens a payment in the console, with a shop that the sandbox plays itself. */
export interface LaunchCommand {
  /** In whole cents; 1999 if nothing is said. */
  readonly amount?: number | undefined;
  /** The number of a test card, to be filled in on the card page; it decides the channel. */
  readonly card?: string | undefined;
  readonly subject?: string | undefined;
}

export interface Launched {
  readonly mchOrderNo: string;
  /** The card page, with the card filled in. It holds the secureId: open it, don't show it. */
  readonly payUrl: string;
}

/** `POST /_sandbox/seed`: e.g. `"3 paid, 1 refunded, 1 unknown"`. */
export interface SeedCommand {
  readonly text: string;
}

/** `POST /_sandbox/advance`: moves the sandbox's time on; everything that waits obeys it. */
export interface AdvanceCommand {
  /** In milliseconds, up to 30 days. */
  readonly ms: number;
}
