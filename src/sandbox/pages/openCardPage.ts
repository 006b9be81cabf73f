import type { IotPayMode } from '../../contract/sdk';
import { formatAmount } from '../browser/money';
import { whyDead } from '../checkout/deadSession';
import type { Session } from '../checkout/sessions';
import type { Gateway } from '../gateway';
import type { CardPage } from './cardPageHtml';

function actionOf(session: Session | undefined): string {
  if (session?.purpose.mode !== 'Pay') return 'Save card';
  const { amount, currency } = session.purpose.entry.order;
  return `Pay ${formatAmount(amount, currency)}`;
}

function summaryOf({ purpose }: Session): NonNullable<CardPage['summary']> {
  if (purpose.mode === 'Add') {
    return { heading: 'Save a card', detail: `for ${new URL(purpose.returnUrl).host}` };
  }
  const { order, returnUrl, subject } = purpose.entry;
  const what = subject ?? `Order ${order.mchOrderNo}`;
  return {
    heading: formatAmount(order.amount, order.currency),
    detail: `${what} at ${new URL(returnUrl).host}`,
  };
}

/** The card page for whoever comes with a key: the form, or why there is none. */
export function openCardPage(
  gateway: Gateway,
  key: string,
  mode: IotPayMode,
  integration: CardPage['integration'],
): CardPage {
  const session = gateway.sessions.find(key);
  const dead = whyDead(session, mode, gateway.clocks.secureIdTtlMs);
  const channel = session?.purpose.channel ?? 'PF_CC';
  const data = { key, mode, channel, action: actionOf(session) };
  if (dead || !session) {
    return { integration, data: { ...data, ...(dead && { settled: { ...dead, delayMs: 0 } }) } };
  }
  return { integration, data, summary: summaryOf(session) };
}
