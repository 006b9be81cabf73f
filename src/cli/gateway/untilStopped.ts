import { Interrupted } from '../command';

/**
 * Waits for a result, but no longer than until Ctrl-C.
 *
 * @throws Interrupted at Ctrl-C.
 */
export function untilStopped<Result>(result: Promise<Result>, stop: AbortSignal): Promise<Result> {
  const stopped = new Promise<never>((_, reject) => {
    if (stop.aborted) reject(new Interrupted());
    stop.addEventListener('abort', () => reject(new Interrupted()), { once: true });
  });
  return Promise.race([result, stopped]);
}
