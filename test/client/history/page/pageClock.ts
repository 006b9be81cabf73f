import { vi } from 'vitest';

/** A moment on the page's two clocks: the customer's, which can jump, and the browser's, which only ticks. */
export interface Moment {
  date: number;
  ticks: number;
  /** How long the page had really slept by then, in milliseconds. */
  slept: number;
}

let sleptMs = 0;

/** Not the faked one: it lets all promises and jsdom's observers go on. */
const nextTask = setImmediate;

export function startPageClock(): void {
  sleptMs = 0;
  vi.useFakeTimers({
    now: new Date('2025-03-01T12:00:00Z'),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
}

export const moment = (): Moment => ({ date: Date.now(), ticks: performance.now(), slept: sleptMs });

/** How long ago something was, in milliseconds: as it really is, or by the customer's clock where that says more. */
export const ageMs = (since: Moment) =>
  Math.max(Date.now() - since.date, performance.now() - since.ticks + sleptMs - since.slept);

/** The same, as far as a page can know it that looks only now. */
export const knownAgeMs = (since: Moment) =>
  Math.max(Date.now() - since.date, performance.now() - since.ticks);

/** Lets everything happen that needs next to no time. */
export async function letPageRest(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await new Promise<void>((resolve) => nextTask(resolve));
    vi.advanceTimersByTime(1);
  }
  await new Promise<void>((resolve) => nextTask(resolve));
}

/** Time passes while the page is awake: timers fire. */
export const passTime = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The page sleeps: the customer's clock goes on, and no timer fires. */
export function sleep(ms: number): void {
  sleptMs += ms;
  vi.setSystemTime(Date.now() + ms);
}

/** The customer sets the clock back: no time passes. */
export const setDateBack = (ms: number) => vi.setSystemTime(Date.now() - ms);
