import type { IotPayChannel } from '../../contract/order';
import type { IotPayMode } from '../../contract/sdk';
import type { CardErrors } from '../cardRules/cardEntry';

/** How a session ended, for the customer's eyes and for the shop's page. */
export interface CardPageResult {
  state: 'finished';
  tone: 'success' | 'failed' | 'unknown';
  title: string;
  message: string;
  /** What the hosted script calls back with, in this order. */
  events: unknown[];
  /** By how much the shop's page learns of it later than the customer. */
  delayMs: number;
  /** The merchant's `returnUrl` with the result in its query; a dead session has none. */
  redirectUrl?: string;
}

/** UnionPay asks the customer in their app: ask the gateway again, and give up with `timeout`. */
export interface Waiting {
  state: 'waiting';
  intervalMs: number;
  polls: number;
  timeout: CardPageResult;
}

/** The card was not even tried: the session is still good. */
export interface Refused {
  state: 'refused';
  errors: CardErrors;
}

/** What the gateway answers to the card page. */
export type PageAnswer = CardPageResult | Waiting | Refused;

/** A test card as the picker shows it. */
export interface PickableCard {
  readonly number: string;
  readonly title: string;
}

/** What the gateway writes into the card page. */
export interface PageData {
  key: string;
  mode: IotPayMode;
  channel: IotPayChannel;
  /** The label of the button, e.g. `Pay $24.34`. */
  action: string;
  /** The cards that the picker offers; a plain page has none. */
  testCards?: readonly PickableCard[];
  /** The number of the one that is filled in at first. */
  chosenCard?: string;
  /** The session can't be used: there is only this to say. */
  finished?: CardPageResult;
}

/** The element that holds the page data. */
export const pageDataId = 'page-data';
