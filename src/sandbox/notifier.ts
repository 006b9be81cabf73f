import { isLoopback } from '../contract/urls';
import { sign } from '../server/sign';
import type { SandboxClocks } from './clocks';
import { deliver, isAcknowledged, type DeliveryAttempt } from './deliver';
import type { LedgerEntry, PaymentOrder } from './ledger';
import { createTimers } from './timers';

/** A notification and what became of it. */
export interface NotificationRecord {
  readonly id: number;
  readonly mchOrderNo: string;
  readonly payOrderId: string;
  readonly notifyUrl: string;
  state: 'waiting' | 'delivered' | 'undeliverable';
  readonly attempts: DeliveryAttempt[];
  /** The signed message. */
  readonly body: SignedOrder;
}

export type SignedOrder = Readonly<PaymentOrder & { sign: string }>;

/** Tells merchant servers of payments (gateway contract, section 4). */
export interface Notifier {
  /** Sends the order as it stands, and again at growing intervals until the merchant acknowledges it. */
  notify(entry: LedgerEntry): void;
  /** Sends one message once, on top of all others. */
  send(notifyUrl: string, message: object): Promise<DeliveryAttempt>;
  /** Oldest first. */
  all(): readonly NotificationRecord[];
  /** Forgets everything and stops what is under way. */
  clear(): void;
}

/** The sandbox never calls out: it runs with keys and cards that anybody knows. */
function staysOnThisComputer(url: string): boolean {
  return isLoopback(new URL(url).hostname);
}

export function createNotifier(clocks: SandboxClocks, merchantKey: string): Notifier {
  const timers = createTimers();
  let records: NotificationRecord[] = [];
  let lastId = 0;
  let stop = new AbortController();

  async function attempt(record: NotificationRecord): Promise<void> {
    const { signal } = stop;
    const result = await deliver(record.notifyUrl, record.body, clocks.notifyTimeoutMs, signal);
    if (signal.aborted) return;
    record.attempts.push(result);
    if (isAcknowledged(result)) {
      record.state = 'delivered';
      return;
    }
    const pauses = clocks.notifyRetryMs;
    const pauseMs = pauses[Math.min(record.attempts.length, pauses.length) - 1] ?? 0;
    timers.after(pauseMs, () => void attempt(record));
  }

  return {
    notify({ order, notifyUrl }) {
      const deliverable = staysOnThisComputer(notifyUrl);
      const record: NotificationRecord = {
        id: (lastId += 1),
        mchOrderNo: order.mchOrderNo,
        payOrderId: order.payOrderId,
        notifyUrl,
        state: deliverable ? 'waiting' : 'undeliverable',
        attempts: [],
        body: { ...order, sign: sign({ ...order }, merchantKey) },
      };
      records.push(record);
      if (deliverable) timers.after(clocks.notifyDelayMs, () => void attempt(record));
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
      records = [];
    },
  };
}
