import { isIotPayServerError } from '../errors';
import { pause } from '../pause';

/** Before the second and the third attempt, in milliseconds. */
const delays = [250, 1000];

/** Whether an answer was lost, as opposed to one that says no, a mistake in the request, or the caller's own abort. */
export function isLostAnswer(error: unknown): boolean {
  if (!isIotPayServerError(error)) return false;
  return error.code === 'gateway_unreachable' || error.code === 'timeout' || error.code === 'invalid_answer';
}

/** Asks up to three times, with growing pauses. For reads only: nothing that creates or moves money may come through here. */
export async function retryRead<T>(read: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  for (const delay of delays) {
    try {
      return await read();
    } catch (error) {
      if (!isLostAnswer(error)) throw error;
    }
    // Up to a quarter more, so that a shop's servers don't all come back at the same moment.
    await pause(delay * (1 + Math.random() / 4), signal);
  }
  return read();
}
