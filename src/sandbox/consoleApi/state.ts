import type { ActiveFault } from './commands';

/** `GET /_sandbox/state`: what the console needs before it listens to the events after `lastEventId`. */
export interface ConsoleState {
  readonly version: 1;
  /** Another one after each start of the sandbox. */
  readonly run: string;
  /** The id of the newest event: give it as `?after=` to `/_sandbox/events`. */
  readonly lastEventId: number;
  /** The oldest event that is still kept. */
  readonly oldestEventId: number;
  readonly time: ConsoleTime;
  readonly settings: ConsoleSettings;
  readonly counts: { readonly orders: number; readonly notifications: number; readonly events: number };
  readonly clocks: Readonly<Record<string, number | readonly number[]>>;
  readonly faults: readonly ActiveFault[];
  /** Whether there is a reset to undo. */
  readonly canUndo: boolean;
  /** Whether a scenario is being recorded. */
  readonly isRecording: boolean;
  readonly isPlaying: boolean;
}

export interface ConsoleTime {
  /** The sandbox's time, ISO 8601. */
  readonly now: string;
  /** By how many milliseconds it was moved on. */
  readonly aheadMs: number;
  /** It stands still, because a scenario is being played. */
  readonly isFrozen: boolean;
  /** When something is next due, ISO 8601. */
  readonly nextDue?: string;
}

export interface ConsoleSettings {
  /** The `baseUrl` for a merchant's server. */
  readonly baseUrl: string;
  readonly scriptUrl: string;
  readonly mchId: string;
  readonly loginName: string;
  readonly merchantKey: string;
  /** The hosts that it answers to and whose pages may call it; empty if that is this computer only. */
  readonly trusted: readonly string[];
  /** Whether card pages have no test-card picker. */
  readonly plain: boolean;
  /** The file that keeps the ledger, if there is one. */
  readonly persist?: string;
}

/** `GET /_sandbox/events/:id`: the inspector's page about one event. */
export interface EventDetail<Event> {
  readonly event: Event;
  /** How its signature comes about, step by step, with everything secret masked; of calls and notifications. */
  readonly signature?: {
    readonly isValid: boolean;
    readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
  };
  /** The request as a command line. */
  readonly curl?: string;
}

/** `GET /_sandbox/snippets` */
export interface Snippets {
  readonly env: string;
  readonly express: string;
  readonly nextjs: string;
}

/** `GET /_sandbox/cards` */
export interface ConsoleCard {
  readonly number: string;
  readonly brand: string;
  readonly channel: 'PF_CC' | 'UPI_EX';
  readonly title: string;
  readonly behaviour: string;
}

/** Every control call that is refused answers with 4xx and this. */
export interface ConsoleRefusal {
  readonly error: string;
}
