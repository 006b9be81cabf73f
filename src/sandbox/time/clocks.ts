import * as v from 'valibot';
import { IotPayError } from '../../contract/error';

const longestTimerMs = 2 ** 31 - 1;
const milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(longestTimerMs));

const changesSchema = v.partial(
  v.strictObject({
    secureIdTtlMs: milliseconds,
    bankMs: milliseconds,
    pollIntervalMs: milliseconds,
    polls: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)),
    pendingMs: milliseconds,
    settlementMs: milliseconds,
    callbackDelayMs: milliseconds,
    notifyDelayMs: milliseconds,
    lateNotificationMs: milliseconds,
    notifyTimeoutMs: milliseconds,
    notifyRetryMs: v.pipe(v.array(milliseconds), v.minLength(1)),
  }),
);

/** The sandbox's sense of time, in milliseconds; the defaults are the real gateway's where that is known. */
export interface SandboxClocks {
  /** How long a `secureId` lives: one hour. */
  secureIdTtlMs: number;
  /** How long the bank thinks about a card. */
  bankMs: number;
  /** How long the card page waits between two questions about a UnionPay order. */
  pollIntervalMs: number;
  /** How often it asks before the SDK gives up with `Timeout`. */
  polls: number;
  /** After how long a pending payment turns out to be paid, or a saved UnionPay card is answered for in the app. */
  pendingMs: number;
  /** How long a payment can be voided; from then on it can be refunded. */
  settlementMs: number;
  /** By how much the shop's page learns of a result later than the gateway. */
  callbackDelayMs: number;
  /** How long the first notification waits after the payment. */
  notifyDelayMs: number;
  /** How long a late one waits. */
  lateNotificationMs: number;
  /** How long a notification waits for its answer. */
  notifyTimeoutMs: number;
  /** The pauses between a notification's attempts; the last one repeats. */
  notifyRetryMs: number[];
}

const defaults: SandboxClocks = {
  secureIdTtlMs: 3_600_000,
  bankMs: 600,
  pollIntervalMs: 1000,
  polls: 30,
  pendingMs: 15_000,
  // The real gateway settles once a day; a developer wants to see both sides of it.
  settlementMs: 60_000,
  callbackDelayMs: 0,
  notifyDelayMs: 0,
  lateNotificationMs: 10_000,
  notifyTimeoutMs: 10_000,
  notifyRetryMs: [2000, 5000, 15_000, 60_000, 300_000, 900_000],
};

/** Changes some clocks. If one of them is invalid, it changes none and returns the problem. */
export function changeClocks(clocks: SandboxClocks, changes: unknown): string | undefined {
  const result = v.safeParse(changesSchema, changes);
  if (!result.success) {
    const [issue] = result.issues;
    return `${v.getDotPath(issue) ?? 'clocks'}: ${issue.message}`;
  }
  const set = Object.entries(result.output).filter(([, value]) => value !== undefined);
  Object.assign(clocks, Object.fromEntries(set));
  return undefined;
}

/** @throws IotPayError `invalid_config` for a clock that does not exist or is not a number of milliseconds. */
export function createClocks(given: Partial<SandboxClocks> = {}): SandboxClocks {
  const clocks = { ...defaults };
  const problem = changeClocks(clocks, given);
  if (problem) throw new IotPayError('invalid_config', `The sandbox's clocks are wrong: ${problem}`);
  return clocks;
}
