import type { IotPayChannel } from '../../contract/order';
import type { IotPayMode } from '../../contract/sdk';
import type { PageData } from '../browser/pageData';
import { digitsOf } from '../cardRules/cardNumber';
import { testCards } from '../cards/testCards';
import { sayIn } from '../browser/languages/say';
import { formatAmount } from '../browser/money';
import { sessionProblem } from '../checkout/sessionProblem';
import { unusableLike } from '../likeness/unusableLike';
import type { Session } from '../checkout/sessions';
import type { Gateway } from '../gateway';
import type { CardPage } from './cardPageHtml';

function actionOf(session: Session | undefined, language: string): string {
  const say = sayIn(language);
  if (session?.purpose.mode !== 'Pay') return say('Save card');
  const { amount, currency } = session.purpose.entry.order;
  return say(`Pay ${formatAmount(amount, currency, language)}`);
}

function summaryOf({ purpose }: Session, language: string): NonNullable<CardPage['summary']> {
  const say = sayIn(language);
  if (purpose.mode === 'Add') {
    return { heading: say('Save a card'), detail: say(`for ${new URL(purpose.returnUrl).host}`) };
  }
  const { order, returnUrl, subject } = purpose.entry;
  const what = subject ?? say(`Order ${order.mchOrderNo}`);
  return {
    heading: formatAmount(order.amount, order.currency, language),
    detail: `${what} ${say('at')} ${new URL(returnUrl).host}`,
  };
}

/** What a card page is asked for with. */
export interface CardPageRequest {
  readonly key: string;
  readonly mode: IotPayMode;
  readonly integration: CardPage['integration'];
  readonly language: string;
  /** Whether it has no test-card picker. */
  readonly plain: boolean;
  /** The number of a test card to fill in. */
  readonly card: string | undefined;
}

function pickerOf({ plain, card }: CardPageRequest, channel: IotPayChannel): Partial<PageData> {
  if (plain) return {};
  const cards = testCards.filter((one) => one.channel === channel);
  const chosen = cards.find(({ number }) => digitsOf(number) === digitsOf(card ?? ''));
  return {
    testCards: cards.map(({ number, title }) => ({ number, title })),
    ...(chosen && { chosenCard: chosen.number }),
  };
}

/** The card page for a key, in the customer's language: the form, or the reason why there is none. */
export function openCardPage(gateway: Gateway, request: CardPageRequest): CardPage {
  const { key, mode, integration, language } = request;
  const session = gateway.sessions.find(key);
  const usual = sessionProblem(session, mode, gateway.sessions);
  const { dead, isBlank } = unusableLike(usual, session, gateway.behaviour);
  const channel = session?.purpose.channel ?? 'PF_CC';
  const data = { key, mode, channel, action: actionOf(session, language) };
  if (dead || !session) {
    const finished = dead && { finished: { ...dead, delayMs: 0 } };
    return { integration, language, isBlank, data: { ...data, ...finished } };
  }
  const withPicker = { ...data, ...pickerOf(request, channel) };
  return { integration, language, data: withPicker, summary: summaryOf(session, language) };
}
