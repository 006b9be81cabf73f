import { clientError } from '../error';

/**
 * Asks the shop's server and waits no longer than this for its answer, because an answer may hang for ever.
 *
 * @param limitMs how long the answer may take, in milliseconds
 * @param controller ends the waiting sooner, too
 * @throws IotPayError `shop_unreachable` if no answer came in time, or what `ask` throws
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
