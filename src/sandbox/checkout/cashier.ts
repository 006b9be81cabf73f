import { checkCardEntry, type CardEntry } from '../browser/card/cardEntry';
import { digitsOf } from '../cardRules/cardNumber';
import type { PageAnswer, Settled } from '../browser/pageData';
import { traceOf } from '../cards/cardTrace';
import { findTestCard } from '../cards/testCards';
import type { SandboxTestCard } from '../cards/cardScenario';
import type { Vault } from '../cards/vault';
import type { Journal } from '../events/journal';
import { withSecurityCode } from './cardOutcomes';
import { chargePayment, pollPayment } from './chargePayment';
import type { PaymentDesk } from './confirmPayment';
import { expiredOutcome } from './deadSession';
import { takeForced } from './forcedScenario';
import type { Outcome } from './paymentOutcomes';
import { saveCard } from './saveCard';
import type { Session, Sessions } from './sessions';

/** Takes the cards that the card page sends. */
export interface Cashier {
  /** Tries a card. A session is charged once: whoever sends again gets the first answer. */
  submit(key: string, card: CardEntry): Promise<PageAnswer>;
  /** Asks how an order that waits for the customer's app stands. */
  poll(key: string): Promise<PageAnswer>;
}

export interface CashierDesk extends PaymentDesk {
  readonly sessions: Sessions;
  readonly vault: Vault;
  readonly journal: Journal;
}

export function createCashier(desk: CashierDesk): Cashier {
  const { sessions, clocks, vault, time, journal } = desk;
  const settle = (outcome: Outcome): Settled => ({ ...outcome, delayMs: clocks.callbackDelayMs });

  /** Writes down what came of a card; of a number that is no test card's, nothing but that. */
  function report({ purpose }: Session, card: SandboxTestCard | undefined, answer: PageAnswer): void {
    const about =
      purpose.mode === 'Pay' ? { mchOrderNo: purpose.entry.order.mchOrderNo } : { cardId: purpose.cardId };
    const what = card && { cardNum: traceOf(card.number).cardNum, card: card.title };
    const result = answer.state === 'settled' ? answer.tone : answer.state;
    const message = {
      settled: (one: PageAnswer) => (one as Settled).title,
      waiting: () => 'The customer is asked in the UnionPay app.',
      refused: () => 'The form shows what is wrong with the card; nothing was tried.',
    }[answer.state](answer);
    journal.append({ type: 'card', mode: purpose.mode, ...about, ...what, result, message });
  }

  async function tryCard(session: Session, card: CardEntry, testCard: SandboxTestCard): Promise<PageAnswer> {
    await time.pause(clocks.bankMs);
    // The sandbox was reset meanwhile: its new ledger must not hear of an old payment.
    if (sessions.find(session.key) !== session) return settle(expiredOutcome());

    const { purpose } = session;
    const trace = { ...traceOf(card.number), expiryDate: digitsOf(card.expiry) };
    if (purpose.mode === 'Add') {
      return settle(saveCard(purpose, trace, card.holder, testCard.scenario, vault));
    }
    const scenario = takeForced(purpose.entry) ?? testCard.scenario;
    const result = chargePayment(purpose.entry, trace, scenario, desk);
    if (result.state === 'settled') return settle(result);
    session.app = { scenario, aheadMs: time.aheadMs(), polls: 0 };
    return result;
  }

  return {
    async submit(key, card) {
      const session = sessions.find(key);
      if (!session) return settle(expiredOutcome());
      if (!session.answer) {
        if (sessions.hasExpired(session)) return settle(expiredOutcome());
        const errors = checkCardEntry(card, session.purpose.channel, new Date(time.now()));
        const testCard = findTestCard(card.number);
        if (!testCard) errors.number ??= 'This is a sandbox: it takes only its own test cards.';
        if (!testCard || Object.keys(errors).length > 0) {
          const refused: PageAnswer = { state: 'refused', errors };
          report(session, testCard, refused);
          return refused;
        }
        session.answer = tryCard(session, card, testCard);
        sessions.changed(session);
        const first = await session.answer;
        if (sessions.find(key) === session) {
          report(session, testCard, first);
          sessions.settle(session, first);
        }
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
      const movedMs = time.aheadMs() - app.aheadMs;
      const skipped =
        clocks.pollIntervalMs > 0 ? Math.max(0, Math.floor(movedMs / clocks.pollIntervalMs)) : 0;
      const outcome = pollPayment(purpose.entry, app.scenario, { asked: app.polls, skipped }, desk);
      if (outcome) {
        delete session.app;
        sessions.settle(session, settle(outcome));
      }
      return session.answer;
    },
  };
}
