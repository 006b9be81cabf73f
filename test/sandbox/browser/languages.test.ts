import { describe, expect, it } from 'vitest';
import { checkCardEntry, type CardEntry } from '../../../src/sandbox/cardRules/cardEntry';
import { fr } from '../../../src/sandbox/browser/languages/fr';
import { chooseLanguage, sayIn } from '../../../src/sandbox/browser/languages/say';
import { zh } from '../../../src/sandbox/browser/languages/zh';
import { notSavedOutcome, savedOutcome } from '../../../src/sandbox/checkout/cardOutcomes';
import { sessionProblem } from '../../../src/sandbox/checkout/sessionProblem';
import * as payments from '../../../src/sandbox/checkout/paymentOutcomes';
import { createSessions } from '../../../src/sandbox/checkout/sessions';
import { createOrderNumbers } from '../../../src/sandbox/orders/orderNumbers';
import { createClocks } from '../../../src/sandbox/time/clocks';
import { createSandboxTime } from '../../../src/sandbox/time/sandboxTime';
import { createLedger } from '../../../src/sandbox/orders/ledger';
import { testCards } from '../../../src/sandbox/cards/testCards';

describe('the customer’s language', () => {
  it.each([
    [['fr-CA', 'en'], 'fr'],
    [['zh-Hans-CA'], 'zh'],
    [['de', 'ZH'], 'zh'],
    [['en-CA', 'fr'], 'en'],
    [['de'], 'en'],
    [[], 'en'],
    [['constructor'], 'en'],
  ])('the page’s language for %j is %s', (tags, language) => {
    expect(chooseLanguage(tags)).toBe(language);
  });
});

const order = { mchId: 'M', mchOrderNo: 'A-1', amount: 2434, currency: 'CAD', channel: 'PF_CC' } as const;
const returnUrl = 'https://shop.example/';
const savedCard = { cardId: 'c', cardNum: '424242******4242', holder: 'Ada', expiryDate: '1230' };

/** Everything that a session can end with. */
function results() {
  const time = createSandboxTime();
  const ledger = createLedger(time, createOrderNumbers(time));
  const sessions = createSessions(time, createClocks());
  const entry = ledger.open(order, { notifyUrl: undefined, subject: undefined, returnUrl });
  if (!entry) throw new Error('The ledger is empty, and takes no order');
  const session = sessions.open({ mode: 'Pay', channel: 'PF_CC', entry });
  const { paidOutcome, refusedOutcome, brokenOutcome, pendingOutcome, timeoutOutcome } = payments;
  const reasons = testCards.flatMap(({ effect }) => {
    if (effect.kind === 'refused') return [effect.retMsg];
    return effect.kind === 'app' && effect.refusal ? [effect.refusal] : [];
  });
  const paid = { kind: 'paid', status: 2 } as const;
  return [
    paidOutcome(entry, paid),
    ...reasons.map((reason) => refusedOutcome(entry, reason)),
    ...[brokenOutcome, pendingOutcome, timeoutOutcome].map((outcome) => outcome(entry)),
    savedOutcome(savedCard, returnUrl, paid),
    ...[...reasons, 'system error'].map((reason) => notSavedOutcome('c', returnUrl, reason)),
    sessionProblem(undefined, 'Pay', sessions),
    sessionProblem({ ...session, answer: new Promise(() => undefined) }, 'Pay', sessions),
    sessionProblem({ ...session, opened: 0 }, 'Pay', sessions),
  ].filter((result) => result !== undefined);
}

/** Everything that can be wrong with what was typed. */
function complaints(): Set<string> {
  const right: CardEntry = { number: '4242424242424242', holder: 'Ada', expiry: '12/39', code: '123' };
  const wrong: Partial<CardEntry>[] = [
    ...['', '4242', '4242424242424241', '6200000000000005'].map((number) => ({ number })),
    ...['', 'Ada 4242'].map((holder) => ({ holder })),
    ...['', '1', '13/39', '12/20', '12/99'].map((expiry) => ({ expiry })),
    { code: '' },
    { number: '378282246310005', code: '' },
  ];
  const now = new Date(2026, 0, 1);
  const found = wrong.flatMap((part) => Object.values(checkCardEntry({ ...right, ...part }, 'PF_CC', now)));
  return new Set([...found, ...Object.values(checkCardEntry(right, 'UPI_EX', now))]);
}

describe.each(Object.entries({ fr, zh }))('in %s', (language, dictionary) => {
  const say = sayIn(language);

  it('there is everything that there is in the other language, with as much to fill in', () => {
    expect(Object.keys(dictionary).sort()).toEqual(Object.keys(fr).sort());
    for (const [text, said] of Object.entries(dictionary)) {
      expect(said.split('{}').length, text).toBe(text.split('{}').length);
    }
  });

  it('every result is said, down to the bank’s reason', () => {
    const ends = results();
    expect(new Set(ends.map(({ title }) => title)).size).toBe(9);
    for (const { title, message } of ends) {
      expect(say(title), title).not.toBe(title);
      // English would show in Latin words that the other language does not have.
      expect(say(message), message).not.toMatch(/\b(the|you|card|were|funds|declined|payment)\b/i);
    }
  });

  it('every complaint is said', () => {
    expect(complaints().size).toBe(14);
    for (const text of complaints()) expect(say(text), text).not.toBe(text);
  });

  it('a text without a translation stays as it is', () => {
    expect(say('Call your bank')).toBe('Call your bank');
    expect(sayIn('de')('Card number')).toBe('Card number');
  });
});

it('fills a text in the customer’s language with what the page knows', () => {
  expect(sayIn('fr')('Pay $24.34')).toBe('Payer $24.34');
  expect(sayIn('fr')('The card ending in 4242 is ready for your next purchase.')).toContain('4242');
  expect(sayIn('zh')('Card declined. Try another card.')).toBe('银行卡被拒绝。请换一张卡。');
});
