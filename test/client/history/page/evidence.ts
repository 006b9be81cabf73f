import type { IotPayOutcome } from 'react-iotpay';
import type { HostedSdk } from './hostedSdk';
import type { Moment } from './pageClock';
import type { OutcomeHandler, SeenPage, Place } from './pageView';
import type { ScriptTags } from './scriptTags';
import type { ShopServer } from './shopServer';

/**
 * The latest inputs of a place's card. There are none while its layout effects are off, because it is unmounted or
 * hidden.
 */
export interface Commit {
  version: number;
  /** The payment whose secureId the card has, if it has one. */
  payment: string | undefined;
  /** The result of `useSecureId`, if it is switched on. */
  session: { name: string; status: string; secureId: string | undefined } | undefined;
  refresh: () => void;
}

/** One call of one of the shop's three outcome handlers. */
export interface Told {
  handler: OutcomeHandler;
  place: Place;
  payment: string | undefined;
  version: number;
  outcome: IotPayOutcome;
}

/** Why a session may ask the server once more: a component that shows it was mounted, or asked for it. */
export type ReasonToAsk = 'mounted' | 'asked';

/** Everything that has happened on a page so far, as the world around the library saw it. */
export interface Evidence {
  view: SeenPage;
  readonly sdk: HostedSdk;
  readonly script: ScriptTags;
  readonly server: ShopServer;
  readonly commits: Record<Place, Commit | undefined>;
  readonly told: Told[];
  /** Payments whose form the customer has been in. */
  readonly touched: Set<string>;
  /** Payments that `onTouched` was called for, once for each call. */
  readonly toldTouched: string[];
  /** Sessions that the last command gave a reason to ask the server for. */
  readonly mayAsk: Map<string, ReasonToAsk>;
  /** Payments whose failed form the customer or the shop has tried again, and that were not mounted since. */
  readonly mayMountAgain: Set<string>;
  /** When the page last woke, or the customer came back to it. */
  wokeAt: Moment;
  /** When something that shows a session was last mounted. */
  readonly mountedAt: Map<string, Moment>;
  /** The browser has `moveBefore`. */
  readonly canMove: boolean;
  /** The customer looks at another tab. */
  isInBackground: boolean;
  /** Whether a card without `onError` has been on the page: then a failure may be written to the console. */
  writesErrors: boolean;
  /** Events that must never happen, and did. */
  readonly violations: string[];
  /** The events, for the report of a failure. */
  readonly log: string[];
}
