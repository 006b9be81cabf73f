import type { PageAnswer } from '../browser/pageData';
import type { VaultCard } from '../cards/vault';
import { awaitDecision } from '../checkout/confirmPayment';
import { pendingOutcome } from '../checkout/paymentOutcomes';
import type { Session } from '../checkout/sessions';
import type { ConsoleEvent } from '../consoleApi/events';
import type { Gateway } from '../gateway';
import type { NotificationRecord } from '../notifications/notificationRecord';
import type { CheckoutEntry, LedgerEntry } from '../orders/ledger';
import { awaitSettlement } from '../orders/orderStates';

/** A session as a file keeps it: its order by number, its answer as far as there is one. */
export interface KeptSession {
  readonly key: string;
  readonly opened: number;
  readonly isExpired?: boolean;
  readonly pays?: string;
  readonly saves?: Extract<Session['purpose'], { mode: 'Add' }>;
  readonly isUsed: boolean;
  readonly answer?: PageAnswer;
  readonly app?: Session['app'];
}

/** One line of the file. A later line about the same thing takes the place of an earlier one. */
export type KeptLine =
  | { readonly what: 'order'; readonly order: LedgerEntry }
  | { readonly what: 'card'; readonly card: VaultCard }
  | { readonly what: 'session'; readonly session: KeptSession }
  | { readonly what: 'notification'; readonly notification: NotificationRecord }
  | { readonly what: 'event'; readonly event: ConsoleEvent }
  | { readonly what: 'time'; readonly aheadMs: number };

export function keepSession(session: Session): KeptSession {
  const { key, opened, purpose, isExpired, app, known: answer } = session;
  return {
    key,
    opened,
    ...(isExpired && { isExpired }),
    ...(purpose.mode === 'Pay' ? { pays: purpose.entry.order.mchOrderNo } : { saves: purpose }),
    isUsed: session.answer !== undefined,
    ...(answer && { answer }),
    ...(app && { app }),
  };
}

function wakeSession(kept: KeptSession, orders: ReadonlyMap<string, LedgerEntry>): Session | undefined {
  const { key, opened, isExpired, pays, saves, isUsed, answer, app } = kept;
  const entry = orders.get(pays ?? '') as CheckoutEntry | undefined;
  const purpose = entry ? ({ mode: 'Pay', channel: channelOf(entry), entry } as const) : saves;
  if (!purpose) return undefined;
  const session: Session = { key, opened, purpose, ...(isExpired && { isExpired }), ...(app && { app }) };
  if (answer) Object.assign(session, { answer: Promise.resolve(answer), known: answer });
  else if (isUsed && entry && entry.charges > 0) {
    // The sandbox was killed between the charge and its answer, so the page may only say that the outcome is unknown.
    session.answer = Promise.resolve({ ...pendingOutcome(entry), delayMs: 0 });
  }
  return session;
}

const channelOf = ({ order }: LedgerEntry) => (order.channel === 'UPI_EX' ? 'UPI_EX' : 'PF_CC');

/** Fills a gateway that has just been made, and lets everything wait that was waiting. */
export function wake(lines: readonly KeptLine[], gateway: Gateway): void {
  const { ledger, vault, sessions, notifier, journal, time } = gateway;
  const orders = new Map<string, LedgerEntry>();
  const cards = new Map<string, VaultCard>();
  const opened = new Map<string, KeptSession>();
  const notifications = new Map<number, NotificationRecord>();
  const events = new Map<number, ConsoleEvent>();
  for (const line of lines) {
    if (line.what === 'order') orders.set(line.order.order.mchOrderNo, line.order);
    else if (line.what === 'card') cards.set(line.card.card.cardId, line.card);
    else if (line.what === 'session') opened.set(line.session.key, line.session);
    else if (line.what === 'notification') notifications.set(line.notification.id, line.notification);
    else if (line.what === 'event') events.set(line.event.id, line.event);
    else time.setAhead(line.aheadMs);
  }
  ledger.restore([...orders.values()]);
  vault.restore([...cards.values()]);
  sessions.restore([...opened.values()].flatMap((kept) => wakeSession(kept, orders) ?? []));
  journal.recall([...events.values()].map((event) => ({ event, json: JSON.stringify(event) })));
  notifier.restore([...notifications.values()], false);
  for (const entry of orders.values()) {
    awaitSettlement(entry, gateway);
    awaitDecision(entry, gateway);
  }
}
