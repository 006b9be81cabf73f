import type { PageUnderTest } from '../page/openPage';
import { moment, passTime, setDateBack, sleep } from '../page/pageClock';
import { defineStep } from './command';

const minute = 60_000;

const say = (ms: number) => (ms < minute ? `${ms / 1000} s` : `${ms / minute} min`);

export type Waking = 'visibilitychange' | 'pageshow' | 'focus' | 'nothing';

function wake({ evidence }: PageUnderTest, how: Waking): void {
  if (how === 'nothing') return;
  evidence.wokeAt = moment();
  if (how === 'visibilitychange') document.dispatchEvent(new Event(how, { bubbles: true }));
  else if (how === 'focus') window.dispatchEvent(new Event(how));
  else window.dispatchEvent(Object.assign(new Event(how), { persisted: true }));
}

export const passTimeAwake = defineStep('passTimeAwake', (ms: number) => ({
  says: `${say(ms)} pass while the page is awake`,
  does: ({ perform }) => perform(() => passTime(ms)),
}));

export const sleepAndWake = defineStep('sleepAndWake', (ms: number, how: Waking) => ({
  says: `the page sleeps for ${say(ms)}, and ${how === 'nothing' ? 'no event tells of it' : `wakes with ${how}`}`,
  does: (page) =>
    page.perform(() => {
      sleep(ms);
      wake(page, how);
    }),
}));

export const setClockBack = defineStep('setClockBack', (ms: number) => ({
  says: `the customer sets the clock back by ${say(ms)}`,
  does: ({ perform }) => perform(() => setDateBack(ms)),
}));

/** The back button, when the browser had kept the page as it was. */
export const restorePage = defineStep('restorePage', () => ({
  says: 'the browser puts the page into its back-forward cache and shows it again',
  does: (page) =>
    page.perform(() => {
      window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }));
      wake(page, 'pageshow');
    }),
}));

export const switchTab = defineStep('switchTab', () => ({
  says: 'the customer switches to another tab, or back to this one',
  does: (page) =>
    page.perform(() => {
      page.evidence.isInBackground = !page.evidence.isInBackground;
      if (page.evidence.isInBackground)
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      else wake(page, 'visibilitychange');
    }),
}));
