import type { NotificationFaultKind } from '../consoleApi/commands';
import type { NotificationEvent } from '../consoleApi/events';
import type { DeliveryAttempt } from '../consoleApi/notifications';
import type { Journal } from '../events/journal';
import { isTrustedUrl, type Trust } from '../network/trust';
import type { LedgerEntry } from '../orders/ledger';
import type { SandboxClocks } from '../time/clocks';
import type { SandboxTime } from '../time/sandboxTime';
import { postNotification, isAcknowledged } from './postNotification';
import { deliveryProblems } from './deliveryProblems';
import type { DeliveryFault, DeliveryFaults } from './deliveryFaults';
import { createRecord, signedByAnother, type NotificationRecord } from './notificationRecord';

/** Tells merchant servers of payments, refunds and voids (docs/gateway-contract.md, section 4). */
export interface Notifier {
  /**
   * Sends the order as it stands, and again at growing intervals until the merchant acknowledges it. A fault that was ordered goes
   * before the card's own.
   */
  notify(entry: LedgerEntry, cardFault?: NotificationFaultKind): void;
  /** Sends one message once, on top of all others. */
  send(entry: LedgerEntry, message: object, origin: NotificationEvent['origin']): Promise<DeliveryAttempt>;
  /** Oldest first. */
  all(): readonly NotificationRecord[];
  /** Hears of every record that began or changed. */
  onChange(listener: (record: NotificationRecord) => void): void;
  /** Forgets all notifications and stops the attempts under way. */
  clear(): void;
  /** Puts records back, and sends those that wait; `isTimed`: their next attempts are waited for already. */
  restore(records: readonly NotificationRecord[], isTimed: boolean): void;
}

export interface NotifierDesk {
  readonly clocks: SandboxClocks;
  readonly time: SandboxTime;
  readonly journal: Journal;
  readonly trust: Trust;
  readonly merchantKey: string;
  /** The faults of the next notifications. */
  readonly deliveryFaults: DeliveryFaults;
}

export function createNotifier(desk: NotifierDesk): Notifier {
  const { clocks, time, journal, trust, merchantKey, deliveryFaults } = desk;
  const listeners: ((record: NotificationRecord) => void)[] = [];
  let records: NotificationRecord[] = [];
  let heldBack: NotificationRecord[] = [];
  let lastId = 0;
  let stop = new AbortController();
  /** While time stands still for a scenario, answers count in the order of the questions, so that a replay is the same. */
  let turn: Promise<unknown> = Promise.resolve();

  const changed = (one: NotificationRecord) => listeners.forEach((listener) => listener(one));
  const aboutOf = ({ mchOrderNo, paymentNo }: NotificationRecord) => ({
    mchOrderNo,
    ...(paymentNo !== undefined && { paymentNo }),
  });

  async function post(url: string, body: string, signal: AbortSignal): Promise<DeliveryAttempt> {
    if (!isTrustedUrl(url, trust)) {
      return { at: new Date(time.now()).toISOString(), error: 'notifyUrl is not on this computer' };
    }
    const before = turn;
    const delivery = postNotification(url, body, { time, timeoutMs: clocks.notifyTimeoutMs, stop: signal });
    if (time.isFrozen()) {
      turn = delivery;
      await before;
    }
    return delivery;
  }

  function report(
    about: { mchOrderNo: string; paymentNo?: string },
    sent: Pick<NotificationEvent, 'origin' | 'attempt' | 'notifyUrl' | 'body'> & { notificationId?: number },
    answer: DeliveryAttempt,
  ): void {
    const acknowledged = isAcknowledged(answer);
    const wrong = deliveryProblems(sent.notifyUrl, answer);
    journal.append({ type: 'notification', ...about, ...sent, answer, acknowledged, wrong });
  }

  async function attempt(one: NotificationRecord): Promise<void> {
    const { signal } = stop;
    delete one.nextAt;
    const wrongSignature = one.fault === 'wrongSignature' && one.attempts.length === 0;
    const body = JSON.stringify(wrongSignature ? signedByAnother({ ...one.body }, merchantKey) : one.body);
    const delivered = await post(one.notifyUrl, body, signal);
    if (signal.aborted) return;
    const result = wrongSignature ? { ...delivered, wrongSignature } : delivered;
    one.attempts.push(result);
    const sent = { notificationId: one.id, origin: 'gateway', attempt: one.attempts.length } as const;
    releaseBefore(one);
    if (isAcknowledged(result)) one.state = 'delivered';
    else {
      const pauses = clocks.notifyRetryMs;
      later(one, pauses[Math.min(one.attempts.length, pauses.length) - 1] ?? 0);
    }
    report(aboutOf(one), { ...sent, notifyUrl: one.notifyUrl, body }, result);
    changed(one);
  }

  function later(one: NotificationRecord, ms: number): void {
    one.nextAt = time.now() + ms;
    time.after(ms, () => time.track(attempt(one)));
  }

  /** Sends the notifications that were held back until a later one had been sent. */
  function releaseBefore({ id }: NotificationRecord): void {
    const due = heldBack.filter((one) => one.id < id);
    heldBack = heldBack.filter((one) => one.id > id);
    for (const one of due) time.track(attempt(one));
  }

  function begin(one: NotificationRecord, ordered: DeliveryFault | undefined): void {
    const { fault, notifyUrl } = one;
    records.push(one);
    if (fault) {
      const message = `The notification of ${one.mchOrderNo}: ${fault}`;
      journal.append({ type: 'fault', of: 'notification', kind: fault, message, ...aboutOf(one) });
    }
    if (one.state === 'waiting' && !isTrustedUrl(notifyUrl, trust)) {
      one.state = 'undeliverable';
      const answer = { at: new Date(time.now()).toISOString(), error: 'notifyUrl is not on this computer' };
      const sent = { notificationId: one.id, origin: 'gateway', attempt: 0 } as const;
      report(aboutOf(one), { ...sent, notifyUrl, body: JSON.stringify(one.body) }, answer);
    } else if (one.state === 'waiting') {
      if (fault === 'outOfOrder') heldBack.push(one);
      else if (fault === 'late') later(one, ordered?.ms ?? clocks.lateNotificationMs);
      else later(one, clocks.notifyDelayMs);
    }
    changed(one);
  }

  return {
    notify(entry, cardFault) {
      const { order, notifyUrl } = entry;
      if (notifyUrl === undefined) return;
      const isMeant = ({ mchOrderNo }: DeliveryFault) =>
        (mchOrderNo ?? order.mchOrderNo) === order.mchOrderNo;
      const ordered = deliveryFaults.take(isMeant);
      const fault = ordered?.kind ?? cardFault;
      for (let copies = fault === 'doubled' ? 2 : 1; copies > 0; copies -= 1) {
        begin(createRecord((lastId += 1), entry, notifyUrl, merchantKey, fault), ordered);
      }
    },
    async send({ order, notifyUrl = '', paymentNo }, message, origin) {
      const body = JSON.stringify(message);
      const sending = post(notifyUrl, body, stop.signal);
      time.track(sending);
      const answer = await sending;
      const about = { mchOrderNo: order.mchOrderNo, ...(paymentNo !== undefined && { paymentNo }) };
      report(about, { origin, attempt: 1, notifyUrl, body }, answer);
      return answer;
    },
    all: () => records,
    onChange: (listener) => void listeners.push(listener),
    clear() {
      stop.abort(new Error('the sandbox was reset'));
      stop = new AbortController();
      records = [];
      heldBack = [];
      lastId = 0;
    },
    restore(given, isTimed) {
      records = [...given];
      lastId = Math.max(lastId, ...records.map(({ id }) => id));
      for (const one of records) {
        if (one.state !== 'waiting') continue;
        if (one.fault === 'outOfOrder' && one.attempts.length === 0) heldBack.push(one);
        // One that was under way may have been answered or not: it is sent again, as the real gateway would.
        else if (!isTimed || one.nextAt === undefined)
          later(one, Math.max(0, (one.nextAt ?? 0) - time.now()));
      }
    },
  };
}
