import { IotPayError } from '../../contract/error';
import { type IotPayOrder, readOrderStatus } from '../../contract/order';
import { type Deadline, startDeadline } from '../deadline';
import { IotPayGatewayError, IotPayValidationError, isIotPayServerError } from '../errors';
import { pause } from '../pause';
import type { QueryRequest } from './requests';
import { pauseAfter } from './retry';
import type { SendOptions } from './send';

/** How long and how often to ask. The first limit that is reached ends the waiting. */
export interface Patience {
  /** How long to wait altogether, in milliseconds; 60 000 by default. */
  deadlineMs?: number | undefined;
  /** How often to ask at most; 30 by default. */
  attempts?: number | undefined;
  /**
   * The pause between two questions, in milliseconds; 1000 by default. The gateway's `Retry-After` can make it longer.
   */
  intervalMs?: number | undefined;
  /**
   * Gives up waiting. `AbortSignal.timeout()` ends it with `unknown`, like `deadlineMs`. Any other reason ends it with
   * the error `aborted`.
   */
  signal?: AbortSignal | undefined;
}

/** An order by one of its numbers, and how long to ask for it. */
export type WaitForResultRequest = QueryRequest & Patience;

/**
 * The proved state of an order (docs/gateway-contract.md, "What proves what"). `paid` is a payment, `refunded` a refund or void
 * that succeeded. A payment or a refund that did not succeed is `failed`. `unknown` is no failure: the customer must
 * not pay again; ask later, or wait for the notification. It carries the latest order and the error of the last
 * question, because a wrong key shows there.
 */
export type PaymentResult =
  | { readonly status: 'paid'; readonly order: IotPayOrder }
  | { readonly status: 'refunded'; readonly order: IotPayOrder }
  | { readonly status: 'failed'; readonly order: IotPayOrder }
  | {
      readonly status: 'unknown';
      readonly order?: IotPayOrder | undefined;
      readonly error?: IotPayError | undefined;
    };

type Ask = (options: SendOptions) => Promise<IotPayOrder>;

/**
 * Asks until an order is proved to be paid, refunded or failed. Every other answer, including a FAIL and a lost one,
 * proves nothing, so it asks again. It does so after a FAIL about the signature too, because the key may be in the
 * middle of being rotated.
 */
export async function pollResult(ask: Ask, patience: Patience): Promise<PaymentResult> {
  const { signal, intervalMs = 1000, attempts = 30, deadlineMs = 60_000 } = patience;
  refuseUnless('intervalMs', isDelay(intervalMs), 'must be a number of milliseconds, 0 or more');
  refuseUnless('attempts', Number.isInteger(attempts) && attempts >= 1, 'must be a whole number above 0');
  refuseUnless(
    'deadlineMs',
    isDelay(deadlineMs) && deadlineMs > 0,
    'must be a number of milliseconds above 0',
  );

  const deadline = startDeadline(deadlineMs, signal);
  let last: PaymentResult = { status: 'unknown' };
  try {
    for (let attempt = 1; ; attempt++) {
      last = await askOnce(ask, attempt, deadline, last);
      if (last.status !== 'unknown' || attempt === attempts || deadline.isOutOfTime()) return last;
      await pause(pauseAfter(last.error, intervalMs), deadline.signal);
    }
  } catch (error) {
    if (deadline.isOutOfTime()) return last;
    throw error;
  } finally {
    deadline.clear();
  }
}

async function askOnce(
  ask: Ask,
  attempt: number,
  { signal, isOutOfTime }: Deadline,
  before: PaymentResult,
): Promise<PaymentResult> {
  try {
    return resultOf(await ask({ signal, attempt }));
  } catch (error) {
    if (!isIotPayServerError(error)) throw error;
    if (error instanceof IotPayGatewayError) {
      // If a FAIL brings the order along, both must say the same. A FAIL with a paid order contradicts itself.
      const isProved = error.order && readOrderStatus(error.order) === 'failed';
      if (isProved) return { status: 'failed', order: error.order };
      return { status: 'unknown', order: error.order ?? before.order, error };
    }
    if (error.code !== 'aborted') return { status: 'unknown', order: before.order, error };
    if (isOutOfTime()) return { status: 'unknown', order: before.order, error: cutOff() };
    throw error;
  }
}

function resultOf(order: IotPayOrder): PaymentResult {
  const state = readOrderStatus(order);
  return state === 'pending' || state === 'unknown' ? { status: 'unknown', order } : { status: state, order };
}

function cutOff(): IotPayError<'timeout'> {
  return new IotPayError('timeout', 'The time for waitForResult was over before the gateway answered.');
}

/** A longer delay overflows the timer of every runtime and fires at once. */
function isDelay(ms: number): boolean {
  return Number.isFinite(ms) && ms >= 0 && ms < 2 ** 31;
}

function refuseUnless(field: string, isRight: boolean, message: string): void {
  if (!isRight) throw new IotPayValidationError('waitForResult', [{ field, message }]);
}
