import { vi } from 'vitest';

/** A moment on the page's two clocks: the customer's, which can jump, and the browser's, which only ticks. */
export interface Moment {
  date: number;
  ticks: number;
}

/** Not the faked one: it lets all promises and jsdom's observers go on. */
const nextTask = setImmediate;

export function startPageClock(): void {
  vi.useFakeTimers({
    now: new Date('2025-03-01T12:00:00Z'),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
}

export const moment = (): Moment => ({ date: Date.now(), ticks: performance.now() });

/** How long ago something was, in milliseconds, by the clock that says more. */
export const ageMs = (since: Moment) => Math.max(Date.now() - since.date, performance.now() - since.ticks);

/** Lets everything happen that needs next to no time. */
export async function settle(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await new Promise<void>((resolve) => nextTask(resolve));
    vi.advanceTimersByTime(1);
  }
  await new Promise<void>((resolve) => nextTask(resolve));
}

/** Time passes while the page is awake: timers fire. */
export const passTime = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The page sleeps: the customer's clock goes on, and no timer fires. */
export const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms);
