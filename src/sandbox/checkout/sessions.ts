import { randomBytes } from 'node:crypto';
import type { IotPayChannel } from '../../contract/order';
import type { PageAnswer } from '../browser/pageData';
import type { CheckoutEntry } from '../orders/ledger';
import type { CardEffect } from '../cards/cardEffect';
import type { SandboxTime } from '../time/sandboxTime';

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
  /** Epoch milliseconds. */
  readonly opened: number;
  /** The console ended its hour early. */
  isExpired?: boolean;
  /** Once a card was tried: what the card page is told, now and whenever it asks again. */
  answer?: Promise<PageAnswer>;
  /** The same, once it is known. */
  known?: PageAnswer;
  /** A UnionPay app that is being waited for, since the sandbox's time was so far ahead. */
  app?: { readonly effect: CardEffect; readonly aheadMs: number; polls: number };
}

export interface Sessions {
  /** Opens a session: 64 hexadecimal characters. */
  open(purpose: Purpose): Session;
  find(key: string): Session | undefined;
  /** The session that an order is paid in. */
  ofOrder(mchOrderNo: string): Session | undefined;
  all(): readonly Session[];
  hasExpired(session: Session): boolean;
  /** Hears of every session that was opened or changed. */
  onChange(listener: (session: Session) => void): void;
  changed(session: Session): void;
  /** From now on the card page is told this. */
  finish(session: Session, answer: PageAnswer): void;
  clear(): void;
  restore(sessions: readonly Session[]): void;
}

export function createSessions(time: SandboxTime, clocks: { readonly secureIdTtlMs: number }): Sessions {
  const sessions = new Map<string, Session>();
  const byOrder = new Map<string, Session>();
  const listeners: ((session: Session) => void)[] = [];

  function keep(session: Session): void {
    const { key, purpose } = session;
    sessions.set(key, session);
    if (purpose.mode === 'Pay') byOrder.set(purpose.entry.order.mchOrderNo, session);
  }
  const changed = (session: Session) => listeners.forEach((listener) => listener(session));

  return {
    open(purpose) {
      const session: Session = { key: randomBytes(32).toString('hex'), purpose, opened: time.now() };
      keep(session);
      changed(session);
      return session;
    },
    find: (key) => sessions.get(key),
    ofOrder: (mchOrderNo) => byOrder.get(mchOrderNo),
    all: () => [...sessions.values()],
    hasExpired: ({ opened, isExpired = false }) => isExpired || time.now() - opened >= clocks.secureIdTtlMs,
    onChange: (listener) => void listeners.push(listener),
    changed,
    finish(session, answer) {
      session.answer = Promise.resolve(answer);
      session.known = answer;
      changed(session);
    },
    clear() {
      sessions.clear();
      byOrder.clear();
    },
    restore: (given) => given.forEach(keep),
  };
}
