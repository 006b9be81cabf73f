import { randomBytes } from 'node:crypto';
import type { IotPayChannel } from '../../contract/order';
import type { PageAnswer } from '../browser/pageData';
import type { CheckoutEntry } from '../orders/ledger';
import type { SandboxScenario } from '../cards/cardScenario';

/** What a session is for. */
export type Purpose =
  | { readonly mode: 'Pay'; readonly channel: IotPayChannel; readonly entry: CheckoutEntry }
  | {
      readonly mode: 'Add';
      readonly channel: IotPayChannel;
      readonly cardId: string;
      readonly returnUrl: string;
    };

/** What a `secureId` stands for: one payment, or one card to save. */
export interface Session {
  readonly key: string;
  readonly purpose: Purpose;
  readonly opened: number;
  /** Once a card was tried: what the card page is told, now and whenever it asks again. */
  answer?: Promise<PageAnswer>;
  /** A UnionPay app that is being waited for. */
  app?: { readonly scenario: SandboxScenario; polls: number };
}

export interface Sessions {
  /** Opens a session: 64 hexadecimal characters. */
  open(purpose: Purpose): Session;
  find(key: string): Session | undefined;
  clear(): void;
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    open(purpose) {
      const session: Session = { key: randomBytes(32).toString('hex'), purpose, opened: Date.now() };
      sessions.set(session.key, session);
      return session;
    },
    find: (key) => sessions.get(key),
    clear: () => sessions.clear(),
  };
}

export function hasExpired(session: Session, ttlMs: number): boolean {
  return Date.now() - session.opened >= ttlMs;
}
