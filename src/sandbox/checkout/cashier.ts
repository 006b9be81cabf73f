import { setTimeout as pause } from 'node:timers/promises';
import { checkCardEntry, type CardEntry } from '../browser/card/cardEntry';
import { digitsOf } from '../cardRules/cardNumber';
import type { PageAnswer, Settled } from '../browser/pageData';
import { traceOf } from '../cards/cardTrace';
import { findTestCard } from '../cards/testCards';
import type { SandboxTestCard } from '../cards/cardScenario';
import type { Vault } from '../cards/vault';
import { withSecurityCode } from './cardOutcomes';
import { chargePayment, pollPayment } from './chargePayment';
import type { PaymentDesk } from './confirmPayment';
import { expiredOutcome } from './deadSession';
import type { Outcome } from './paymentOutcomes';
import { saveCard } from './saveCard';
import { hasExpired, type Session, type Sessions } from './sessions';

/** Takes the cards that the card page sends. */
export interface Cashier {
  /** Tries a card. A session is charged once: whoever sends again gets the first answer. */
  submit(key: string, card: CardEntry): Promise<PageAnswer>;
  /** Asks how an order that waits for the customer's app stands. */
  poll(key: string): Promise<PageAnswer>;
}

export function createCashier(desk: PaymentDesk & { sessions: Sessions; vault: Vault }): Cashier {
  const { sessions, clocks, vault } = desk;
  const settle = (outcome: Outcome): Settled => ({ ...outcome, delayMs: clocks.callbackDelayMs });

  async function tryCard(session: Session, card: CardEntry, testCard: SandboxTestCard): Promise<PageAnswer> {
    await pause(clocks.bankMs, undefined, { ref: false });
    // The sandbox was reset meanwhile: its new ledger must not hear of an old payment.
    if (sessions.find(session.key) !== session) return settle(expiredOutcome());

    const { purpose } = session;
    const { scenario } = testCard;
    const trace = { ...traceOf(card.number), expiryDate: digitsOf(card.expiry) };
    if (purpose.mode === 'Add') return settle(saveCard(purpose, trace, card.holder, scenario, vault));

    const result = chargePayment(purpose.entry, trace, scenario, desk);
    if (result.state === 'settled') return settle(result);
    session.app = { scenario, polls: 0 };
    return result;
  }

  return {
    async submit(key, card) {
      const session = sessions.find(key);
      if (!session) return settle(expiredOutcome());
      if (!session.answer) {
        if (hasExpired(session, clocks.secureIdTtlMs)) return settle(expiredOutcome());
        const errors = checkCardEntry(card, session.purpose.channel, new Date());
        const testCard = findTestCard(card.number);
        if (!testCard) errors.number ??= 'This is a sandbox: it takes only its own test cards.';
        if (!testCard || Object.keys(errors).length > 0) return { state: 'refused', errors };
        session.answer = tryCard(session, card, testCard);
      }
      const answer = await session.answer;
      return session.purpose.mode === 'Add' ? withSecurityCode(answer, card.code) : answer;
    },

    async poll(key) {
      const session = sessions.find(key);
      if (!session?.answer) return settle(expiredOutcome());
      const { app, purpose } = session;
      if (!app || purpose.mode === 'Add') return session.answer;

      app.polls += 1;
      const outcome = pollPayment(purpose.entry, app.scenario, app.polls, desk);
      if (outcome) {
        delete session.app;
        session.answer = Promise.resolve(settle(outcome));
      }
      return session.answer;
    },
  };
}
