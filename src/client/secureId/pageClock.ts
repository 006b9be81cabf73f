import { pageRecord } from '../../contract/page';

interface PageClock {
  clock: { passed: number; date: number; monotonic: number };
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

/**
 * How much time has passed on this page since it was first asked for, in milliseconds. Timers stand still while the computer sleeps, the
 * date can be set back, and the monotonic clock may stop in a sleep, so between two looks the larger of the two differences counts. The
 * page looks by itself whenever it wakes, because a date that is set back later would hide the sleep.
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
