import { asRecord } from '../contract/wire';

/** A time limit for several waits. It also ends when the caller's own signal fires. */
export interface Deadline {
  /** Fires at the deadline, or with the caller's signal if that comes first. */
  readonly signal: AbortSignal;
  /** Whether it fired because time ran out. If not, the caller no longer wants the answer. */
  readonly isOutOfTime: () => boolean;
  /** Removes the timer and the listener. */
  readonly clear: () => void;
}

export function startDeadline(deadlineMs: number, caller: AbortSignal | undefined): Deadline {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new DOMException('', 'TimeoutError')), deadlineMs);
  const onAbort = () => stop.abort(caller?.reason);
  if (caller?.aborted) onAbort();
  else caller?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: stop.signal,
    // `AbortSignal.timeout()` has the same reason, because such a signal only limits time.
    isOutOfTime: () => asRecord(stop.signal.reason).name === 'TimeoutError',
    clear() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', onAbort);
    },
  };
}
