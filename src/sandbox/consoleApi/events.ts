import type { ForcedOutcome } from './commands';
import type { DeliveryAttempt } from './notifications';

/** What every event of the sandbox has. */
export interface EventHead {
  /** Counts up by one for as long as the sandbox runs; a reset does not begin again. */
  readonly id: number;
  /** When it happened by the sandbox's own time, ISO 8601. */
  readonly at: string;
  /** The order, refund or void that it is about. */
  readonly mchOrderNo?: string;
  /** Of a refund or void: the payment that it belongs to. */
  readonly paymentNo?: string;
}

/** A request or an answer as it went over the wire, with keys, secureIds, security codes and wallet data masked. */
export interface WireMessage {
  /** Only the ones that matter: host, origin, content type, user agent. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A signed call of a merchant's server: `POST /v3/…`. */
export interface CallEvent extends EventHead {
  readonly type: 'call';
  /** E.g. `cc_purchase`. */
  readonly call: string;
  readonly request: WireMessage & { readonly method: string; readonly path: string };
  /** `status` 0 means that the connection was cut; `body` is the part that was sent. */
  readonly answer: WireMessage & { readonly status: number };
  /** How long the gateway took, in milliseconds of the sandbox's time. */
  readonly durationMs: number;
  readonly retCode?: string;
  readonly retMsg?: string;
  /** The problems with the call, in words. */
  readonly wrong: readonly string[];
}

/** A card page was opened, in the shop's page or as a page of its own. */
export interface FormEvent extends EventHead {
  readonly type: 'form';
  readonly mode: 'Pay' | 'Add';
  readonly integration: 'frame' | 'page';
  /** Why it shows no form, if it does not. */
  readonly dead?: string;
}

/** The customer sent a card. */
export interface CardEvent extends EventHead {
  readonly type: 'card';
  readonly mode: 'Pay' | 'Add';
  /** The name that a card is saved by. */
  readonly cardId?: string;
  /** Masked; none for a number that is no test card's. */
  readonly cardNum?: string;
  /** The title of the test card. */
  readonly card?: string;
  /** `refused`: it was not even tried. `waiting`: the UnionPay app is asked. */
  readonly result: 'success' | 'failed' | 'unknown' | 'waiting' | 'refused';
  readonly message: string;
}

/** The hosted script called the shop's page back, or the page of its own went to `returnUrl`. */
export interface CallbackEvent extends EventHead {
  readonly type: 'callback';
  readonly integration: 'frame' | 'page';
  /** The events that it called back with, in this order. */
  readonly events: readonly unknown[];
}

/** An order changed. */
export interface OrderEvent extends EventHead {
  readonly type: 'order';
  readonly change:
    | 'opened'
    | 'charged'
    | 'paid'
    | 'undecided'
    | 'failed'
    | 'refunded'
    | 'voided'
    | 'settled'
    | 'expired'
    | 'forced'
    | 'unforced';
  /** The gateway's number for the status now. */
  readonly status: number;
  /** In whole cents. */
  readonly amount: number;
  readonly forced?: ForcedOutcome;
}

/** One attempt to tell the shop something, with what the shop answered. */
export interface NotificationEvent extends EventHead {
  readonly type: 'notification';
  /** The notification's own number; none for one that was sent by hand. */
  readonly notificationId?: number;
  /** `gateway`: the gateway's own. The others were sent by hand. */
  readonly origin: 'gateway' | 'again' | 'changed' | 'forged';
  /** How often it was sent, this time included; 0 if it never is. */
  readonly attempt: number;
  readonly notifyUrl: string;
  readonly body: string;
  readonly answer: DeliveryAttempt;
  readonly acknowledged: boolean;
  readonly wrong: readonly string[];
}

/** A fault hit: the call's answer was spoilt, or the notification. */
export interface FaultEvent extends EventHead {
  readonly type: 'fault';
  readonly of: 'call' | 'notification';
  /** The call's name, for a call. */
  readonly call?: string;
  readonly kind: string;
  readonly message: string;
}

/** The sandbox itself was changed: its time, clocks, faults or contents. */
export interface ControlEvent extends EventHead {
  readonly type: 'control';
  readonly action:
    | 'started'
    | 'reset'
    | 'undone'
    | 'advanced'
    | 'clocks'
    | 'faults'
    | 'seeded'
    | 'played'
    | 'recording'
    | 'recorded';
  readonly message: string;
}

/** Everything that the console shows live, told apart by `type`. */
export type ConsoleEvent =
  | CallEvent
  | FormEvent
  | CardEvent
  | CallbackEvent
  | OrderEvent
  | NotificationEvent
  | FaultEvent
  | ControlEvent;

export type ConsoleEventType = ConsoleEvent['type'];
