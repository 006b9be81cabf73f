import type { FaultCommand, ForceCommand, NotificationFaultCommand, NotifyCommand } from './commands';
import type { ConsoleEvent } from './events';

/** One action of the shop, the customer or the console. */
export type ScenarioStep =
  | {
      /** The shop opens an order. */
      readonly do: 'purchase';
      readonly mchOrderNo: string;
      readonly amount: number;
      readonly channel?: 'PF_CC' | 'UPI_EX' | undefined;
      readonly subject?: string | undefined;
      /** Where the shop is told; by default the player's `notifyUrl`. */
      readonly notifyUrl?: string | undefined;
    }
  /** The customer sends a test card, and the card page sees the payment through. */
  | { readonly do: 'pay'; readonly mchOrderNo: string; readonly card: string }
  /** The customer saves a test card. */
  | {
      readonly do: 'saveCard';
      readonly cardId: string;
      readonly card: string;
      readonly channel?: 'PF_CC' | 'UPI_EX' | undefined;
    }
  /** Any other call of the shop; `mchId`, `loginName` and `sign` are added. */
  | { readonly do: 'call'; readonly call: string; readonly fields: Readonly<Record<string, string | number>> }
  | { readonly do: 'query'; readonly mchOrderNo: string }
  | {
      readonly do: 'refund';
      readonly mchOrderNo: string;
      readonly mchRefundNo: string;
      readonly amount: number;
    }
  | { readonly do: 'void'; readonly mchOrderNo: string; readonly mchRefundNo: string }
  | ({ readonly do: 'force'; readonly mchOrderNo: string } & ForceCommand)
  | ({ readonly do: 'fault' } & FaultCommand)
  | ({ readonly do: 'notificationFault' } & NotificationFaultCommand)
  | { readonly do: 'noFaults' }
  | ({ readonly do: 'notify' } & NotifyCommand)
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'settle'; readonly mchOrderNo?: string }
  | { readonly do: 'clocks'; readonly clocks: Readonly<Record<string, number | readonly number[]>> }
  /** All at the same time: each is begun before any of them is answered. */
  | { readonly do: 'together'; readonly steps: readonly ScenarioStep[] };

/** A scenario file. */
export interface Scenario {
  readonly version: 1;
  readonly name: string;
  readonly description?: string | undefined;
  /** When it plays, ISO 8601: the sandbox's time stands at it, and only `advance` and a bank that thinks move it. */
  readonly start?: string | undefined;
  /** Seeds the gateway's own numbers; the same seed gives the same ones. */
  readonly seed?: number | undefined;
  readonly steps: readonly ScenarioStep[];
}

/** How to play it. */
export interface PlayOptions {
  /** Where the shop of the scenario is told; the sandbox plays the shop itself if nothing is said. */
  readonly notifyUrl?: string | undefined;
  readonly returnUrl?: string | undefined;
  /** Whether the sandbox keeps what it has; it is reset before, if nothing is said, and the reset can be undone. */
  readonly keep?: boolean | undefined;
}

export interface PlayResult {
  /** All that happened, from the first step on. */
  readonly events: readonly ConsoleEvent[];
}
