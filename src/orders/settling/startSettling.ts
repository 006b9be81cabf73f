import { checkCount } from '../checkCount';
import type { Settled, SettleOptions } from './settleDue';

export interface SettlingOptions extends Pick<SettleOptions, 'limit' | 'atOnce'> {
  /** How long it rests when nothing is due, in milliseconds; 5000 by default. */
  everyMs?: number | undefined;
}

/** A loop that calls `settleDue`. */
export interface SettlingLoop {
  /** Stops before the next order, and is fulfilled when nothing is under way any more. */
  stop(): Promise<void>;
}

/**
 * Calls `settleDue` at once and again and again, until it is stopped. Any number of processes may do so.
 *
 * @throws IotPayOrdersError `invalid_request` for a number that is no whole number above 0
 */
export function startSettling(
  settle: (options: SettleOptions) => Promise<Settled>,
  onError: (error: unknown) => unknown,
  options: SettlingOptions = {},
): SettlingLoop {
  const { everyMs = 5000, limit = 50, atOnce = 4 } = options;
  for (const [name, value] of Object.entries({ everyMs, limit, atOnce })) checkCount(name, value);
  const stop = new AbortController();
  const { signal } = stop;

  function rest(): Promise<void> {
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(end, everyMs);
      signal.addEventListener('abort', end, { once: true });
      function end(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      }
    });
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const { asked } = await settle({ limit, atOnce, signal });
        if (asked === limit) continue;
      } catch (error) {
        // The database may be away for a while. That is no reason to stop.
        await onError(error);
      }
      await rest();
    }
  }

  const running = run();
  return {
    stop() {
      stop.abort();
      return running;
    },
  };
}
