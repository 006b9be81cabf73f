import type { IotPay } from 'react-iotpay/server';
import type { Ledger } from '../ledger/ledger';
import { checkCount } from '../checkCount';
import { claimMs } from '../ledger/schedule';
import { askAbout } from './askAbout';

export interface SettleOptions {
  /** How many orders to ask about at most; 50 by default. */
  limit?: number | undefined;
  /** How many at the same time; 4 by default. */
  atOnce?: number | undefined;
  /** Stops before the next order. */
  signal?: AbortSignal | undefined;
}

export interface Settled {
  /** How many orders the gateway was asked about. */
  readonly asked: number;
  /** How many of them changed their state. */
  readonly moved: number;
  /** For how many of them the gateway or a handler failed; they are tried again. */
  readonly failed: number;
}

type Settling = Ledger & {
  readonly iotpay: Pick<IotPay, 'query'>;
  readonly onError: (error: unknown) => unknown;
};

/**
 * Asks the gateway about undecided orders and refunds that are due. One process claims each of them. If that process is
 * killed, the claim ends by itself.
 *
 * @throws IotPayOrdersError `invalid_request` for a `limit` or `atOnce` that is no whole number above 0
 */
export async function settleDue(desk: Settling, options: SettleOptions = {}): Promise<Settled> {
  const { limit = 50, atOnce = 4, signal } = options;
  checkCount('limit', limit);
  checkCount('atOnce', atOnce);
  const now = desk.now();
  const due = await desk.store.claimDue(now, now + claimMs, limit);
  const count = { asked: 0, moved: 0, failed: 0 };
  const queue = due.values();

  async function fail(error: unknown): Promise<void> {
    count.failed += 1;
    await desk.onError(error);
  }

  async function work(): Promise<void> {
    for (const before of queue) {
      if (signal?.aborted) return;
      count.asked += 1;
      try {
        const { order, error } = await askAbout(desk, before, true);
        if (order.state !== before.state) count.moved += 1;
        if (error !== undefined) await fail(error);
      } catch (error) {
        await fail(error);
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return count;
}
