import { clientError } from '../error';

/**
 * Asks the shop's server, and waits for its answer no longer than the limit, because an answer may never come.
 *
 * @param limitMs how long the answer may take, in milliseconds
 * @param controller can end the waiting sooner
 * @throws IotPayError `shop_unreachable` if no answer came in time, or the error that `ask` throws
 */
export async function within<Answer>(
  limitMs: number,
  controller: AbortController,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(), limitMs);
  const end = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(clientError('shop_unreachable', signal.reason)));
  });
  try {
    return await Promise.race([ask(signal), end]);
  } finally {
    clearTimeout(timer);
  }
}
