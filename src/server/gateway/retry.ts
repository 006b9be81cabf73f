import { isIotPayServerError } from '../errors';
import { pause } from '../pause';
import { InvalidAnswer } from './http/invalidAnswer';

/** How `query` and `queryCard` are repeated when an answer was lost. */
export interface ReadRetries {
  /** How many more times to ask at most, 0 for never; 2 by default. */
  readonly count?: number | undefined;
  /**
   * The pause before the first repetition, in milliseconds. Each further pause is four times as long. 250 by default.
   */
  readonly pauseMs?: number | undefined;
}

export type ResolvedRetries = { readonly [Name in keyof ReadRetries]-?: number };

/** The longest pause that `Retry-After` can ask for, because a customer may be waiting for the answer. */
export const longestPauseMs = 10_000;

/** Whether an answer was lost. A refusal, a mistake in the request and the caller's own abort are not lost answers. */
export function isLostAnswer(error: unknown): boolean {
  if (!isIotPayServerError(error)) return false;
  return error.code === 'gateway_unreachable' || error.code === 'timeout' || error.code === 'invalid_answer';
}

/**
 * How long to wait after an error, in milliseconds: as long as planned, or longer if the gateway's `Retry-After` asks
 * for it.
 */
export function pauseAfter(error: unknown, plannedMs: number): number {
  const askedMs = error instanceof InvalidAnswer ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(plannedMs, Math.min(askedMs, longestPauseMs));
}

/** Asks again with growing pauses. It is only for reads: a call that creates or moves money must never be repeated. */
export async function retryRead<T>(
  read: (attempt: number) => Promise<T>,
  { count, pauseMs }: ResolvedRetries,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read(attempt);
    } catch (error) {
      if (!isLostAnswer(error) || attempt > count) throw error;
      const plannedMs = Math.min(pauseMs * 4 ** (attempt - 1), longestPauseMs);
      // Up to a quarter more, so that a shop's servers don't all come back at the same moment.
      await pause(pauseAfter(error, plannedMs) * (1 + Math.random() / 4), signal);
    }
  }
}
