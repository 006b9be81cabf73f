import type { IotPayMode } from '../../contract/sdk';
import { sayIn } from '../browser/languages/say';
import { formatAmount } from '../browser/home/money';
import { whyDead } from '../checkout/deadSession';
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

/** The card page for whoever comes with a key, in their language: the form, or why there is none. */
export function openCardPage(
  gateway: Gateway,
  key: string,
  mode: IotPayMode,
  integration: CardPage['integration'],
  language: string,
): CardPage {
  const session = gateway.sessions.find(key);
  const usual = whyDead(session, mode, gateway.clocks.secureIdTtlMs);
  const { dead, isBlank } = unusableLike(usual, session, gateway.behaviour);
  const channel = session?.purpose.channel ?? 'PF_CC';
  const data = { key, mode, channel, action: actionOf(session, language) };
  if (dead || !session) {
    const settled = dead && { settled: { ...dead, delayMs: 0 } };
    return { integration, language, isBlank, data: { ...data, ...settled } };
  }
  return { integration, language, data, summary: summaryOf(session, language) };
}
