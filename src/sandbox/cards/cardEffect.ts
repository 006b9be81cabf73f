import type { IotPayChannel } from '../../contract/order';
import type { NotificationFaultKind } from '../consoleApi/commands';

/** What a test card makes the gateway do. */
export type CardEffect =
  | {
      readonly kind: 'paid';
      readonly status: 2 | 3;
      /** How oddly the hosted script calls back. */
      readonly calls?: 'twice' | 'in the old shape';
      /** The fault of the notification. */
      readonly notification?: NotificationFaultKind;
    }
  | {
      readonly kind: 'refused';
      readonly retMsg: string;
      /** The card can be saved all the same: how a call that charges it then says no. Without it, saving is refused too. */
      readonly onceSaved?: 'FAIL' | 'status 9';
    }
  | { readonly kind: 'broken' }
  | { readonly kind: 'pending' }
  /** The gateway never learns the outcome, so the status stays 1. */
  | { readonly kind: 'undecided' }
  | { readonly kind: 'app'; readonly polls: number; readonly refusal?: string }
  | { readonly kind: 'silent'; readonly status: 2 | 9 };

/** A card number that the sandbox knows, and its effect. */
export interface SandboxTestCard {
  /** Grouped as on the card. */
  readonly number: string;
  readonly brand: string;
  readonly channel: IotPayChannel;
  readonly title: string;
  /** What a shop sees of it. */
  readonly behaviour: string;
  readonly effect: CardEffect;
}
