/**
 * Starts measuring.
 *
 * @returns how much time has passed, in milliseconds. Timers stand still while the computer sleeps, one clock can be set back and the other
 *   may stop in a sleep, so the larger of the two differences counts.
 */
export function startClock(): () => number {
  const date = Date.now();
  const monotonic = performance.now();
  return () => Math.max(Date.now() - date, performance.now() - monotonic);
}

/** Calls back when the customer comes back to the page, after a sleep, another tab or the back button. Returns what stops that. */
export function onWake(callback: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener('visibilitychange', callback, { signal });
  addEventListener('pageshow', callback, { signal });
  addEventListener('focus', callback, { signal });
  return () => stop.abort();
}
