import { pageRecord } from '../../contract/page';

interface PageClock {
  clock: { passed: number; date: number; monotonic: number };
}

/**
 * Calls back when the customer comes back to the page, after a sleep, from another tab or by the back button. The
 * returned function stops that.
 */
export function onWake(callback: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener('visibilitychange', callback, { signal });
  addEventListener('pageshow', callback, { signal });
  addEventListener('focus', callback, { signal });
  return () => stop.abort();
}

/**
 * How much time has passed on this page since the first call, in milliseconds. Timers stand still while the computer
 * sleeps, the date can be set back, and the monotonic clock may stop in a sleep, so the larger of the two differences
 * since the last call counts. The page also looks at the clocks whenever it wakes, because setting the date back later
 * would hide the sleep.
 */
export function pageTime(): number {
  const page = pageRecord<PageClock>();
  const date = Date.now();
  const monotonic = performance.now();
  if (!page.clock) {
    page.clock = { passed: 0, date, monotonic };
    onWake(pageTime);
  }
  const { clock } = page;
  clock.passed += Math.max(date - clock.date, monotonic - clock.monotonic, 0);
  clock.date = date;
  clock.monotonic = monotonic;
  return clock.passed;
}
