import { checkCardEntry, type CardEntry } from '../cardRules/cardEntry';
import { digitsOf } from '../cardRules/cardNumber';
import type { PageAnswer, CardPageResult } from '../browser/pageData';
import { traceOf } from '../cards/cardTrace';
import { findTestCard } from '../cards/testCards';
import type { SandboxTestCard } from '../cards/cardEffect';
import type { Vault } from '../cards/vault';
import type { Journal } from '../events/journal';
import { withSecurityCode } from './cardOutcomes';
import { chargePayment, pollPayment } from './chargePayment';
import type { PaymentDesk } from './confirmPayment';
import { expiredOutcome } from './sessionProblem';
import { takeForced } from './forcedEffect';
import type { Outcome } from './paymentOutcomes';
import { saveCard } from './saveCard';
import type { Session, Sessions } from './sessions';

/** Takes the cards that the card page sends. */
export interface Cashier {
  /** Tries a card. A session is charged once. Sending again gets the first answer. */
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
  const finish = (outcome: Outcome): CardPageResult => ({ ...outcome, delayMs: clocks.callbackDelayMs });

  /** Writes down what came of a card; of a number that is no test card's, nothing but that. */
  function report({ purpose }: Session, card: SandboxTestCard | undefined, answer: PageAnswer): void {
    const about =
      purpose.mode === 'Pay' ? { mchOrderNo: purpose.entry.order.mchOrderNo } : { cardId: purpose.cardId };
    const what = card && { cardNum: traceOf(card.number).cardNum, card: card.title };
    const result = answer.state === 'finished' ? answer.tone : answer.state;
    const message = {
      finished: (one: PageAnswer) => (one as CardPageResult).title,
      waiting: () => 'The customer is asked in the UnionPay app.',
      refused: () => 'The form shows what is wrong with the card; nothing was tried.',
    }[answer.state](answer);
    journal.append({ type: 'card', mode: purpose.mode, ...about, ...what, result, message });
  }

  async function tryCard(session: Session, card: CardEntry, testCard: SandboxTestCard): Promise<PageAnswer> {
    await time.pause(clocks.bankMs);
    // The sandbox was reset meanwhile: its new ledger must not hear of an old payment.
    if (sessions.find(session.key) !== session) return finish(expiredOutcome());

    const { purpose } = session;
    const trace = { ...traceOf(card.number), expiryDate: digitsOf(card.expiry) };
    if (purpose.mode === 'Add') {
      return finish(saveCard(purpose, trace, card.holder, testCard.effect, vault));
    }
    const effect = takeForced(purpose.entry) ?? testCard.effect;
    const result = chargePayment(purpose.entry, trace, effect, desk);
    if (result.state === 'finished') return finish(result);
    session.app = { effect, aheadMs: time.aheadMs(), polls: 0 };
    return result;
  }

  return {
    async submit(key, card) {
      const session = sessions.find(key);
      if (!session) return finish(expiredOutcome());
      if (!session.answer) {
        if (sessions.hasExpired(session)) return finish(expiredOutcome());
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
          sessions.finish(session, first);
        }
      }
      const answer = await session.answer;
      return session.purpose.mode === 'Add' ? withSecurityCode(answer, card.code) : answer;
    },

    async poll(key) {
      const session = sessions.find(key);
      if (!session?.answer) return finish(expiredOutcome());
      const { app, purpose } = session;
      if (!app || purpose.mode === 'Add') return session.answer;

      app.polls += 1;
      const movedMs = time.aheadMs() - app.aheadMs;
      const skipped =
        clocks.pollIntervalMs > 0 ? Math.max(0, Math.floor(movedMs / clocks.pollIntervalMs)) : 0;
      const outcome = pollPayment(purpose.entry, app.effect, { asked: app.polls, skipped }, desk);
      if (outcome) {
        delete session.app;
        sessions.finish(session, finish(outcome));
      }
      return session.answer;
    },
  };
}
