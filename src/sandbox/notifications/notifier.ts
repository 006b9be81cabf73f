import type { SandboxClocks } from '../clocks';
import { deliver, isAcknowledged, type DeliveryAttempt } from './deliver';
import type { LedgerEntry } from '../orders/ledger';
import {
  createNotificationFaults,
  type NotificationFault,
  type NotificationFaultKind,
  type NotificationFaults,
} from './notificationFaults';
import {
  createRecord,
  signedByAnother,
  staysOnThisComputer,
  type NotificationRecord,
} from './notificationRecord';
import { createTimers } from '../timers';

/** Tells merchant servers of payments, refunds and voids (gateway contract, section 4). */
export interface Notifier {
  /** What goes wrong with the notifications to come. */
  readonly faults: NotificationFaults;
  /**
   * Sends the order as it stands, and again at growing intervals until the merchant acknowledges it. A fault that was ordered goes
   * before the card's own.
   */
  notify(entry: LedgerEntry, cardFault?: NotificationFaultKind): void;
  /** Sends one message once, on top of all others. */
  send(notifyUrl: string, message: object): Promise<DeliveryAttempt>;
  /** Oldest first. */
  all(): readonly NotificationRecord[];
  /** Forgets everything and stops what is under way. */
  clear(): void;
}

export function createNotifier(clocks: SandboxClocks, merchantKey: string): Notifier {
  const timers = createTimers();
  const faults = createNotificationFaults();
  let records: NotificationRecord[] = [];
  let heldBack: NotificationRecord[] = [];
  let lastId = 0;
  let stop = new AbortController();

  async function attempt(one: NotificationRecord): Promise<void> {
    const { signal } = stop;
    const wrongSignature = one.fault === 'wrongSignature' && one.attempts.length === 0;
    const body = wrongSignature ? signedByAnother({ ...one.body }, merchantKey) : one.body;
    const result = await deliver(one.notifyUrl, body, clocks.notifyTimeoutMs, signal);
    if (signal.aborted) return;
    one.attempts.push(wrongSignature ? { ...result, wrongSignature } : result);
    releaseBefore(one);
    if (isAcknowledged(result)) {
      one.state = 'delivered';
      return;
    }
    const pauses = clocks.notifyRetryMs;
    const pauseMs = pauses[Math.min(one.attempts.length, pauses.length) - 1] ?? 0;
    timers.after(pauseMs, () => void attempt(one));
  }

  /** Sends what was held back until something later than it had gone out. */
  function releaseBefore({ id }: NotificationRecord): void {
    const due = heldBack.filter((one) => one.id < id);
    heldBack = heldBack.filter((one) => one.id > id);
    for (const one of due) void attempt(one);
  }

  return {
    faults,
    notify(entry, cardFault) {
      const { order, notifyUrl } = entry;
      if (notifyUrl === undefined) return;
      const isMeant = ({ mchOrderNo }: NotificationFault) =>
        (mchOrderNo ?? order.mchOrderNo) === order.mchOrderNo;
      const ordered = faults.take(isMeant);
      const fault = ordered?.kind ?? cardFault;
      for (let copies = fault === 'doubled' ? 2 : 1; copies > 0; copies -= 1) {
        const one = createRecord((lastId += 1), order, notifyUrl, merchantKey, fault);
        records.push(one);
        if (one.state !== 'waiting') continue;
        if (fault === 'outOfOrder') {
          heldBack.push(one);
          continue;
        }
        const lateMs = ordered?.ms ?? clocks.lateNotificationMs;
        timers.after(fault === 'late' ? lateMs : clocks.notifyDelayMs, () => void attempt(one));
      }
    },
    async send(notifyUrl, message) {
      if (!staysOnThisComputer(notifyUrl)) {
        return { at: new Date().toISOString(), error: 'notifyUrl is not on this computer' };
      }
      return deliver(notifyUrl, message, clocks.notifyTimeoutMs, stop.signal);
    },
    all: () => records,
    clear() {
      timers.clear();
      stop.abort(new Error('the sandbox was reset'));
      stop = new AbortController();
      faults.clear();
      records = [];
      heldBack = [];
    },
  };
}
