import { onWake, pageTime } from '../secureId/pageClock';
import { within } from '../shop/within';

/** The shortest and the longest pause between two questions, in milliseconds. */
const firstPauseMs = 1000;
const lastPauseMs = 30_000;

/** How long one question may take, in milliseconds. The shop's server may have to ask the gateway first. */
const questionMs = 30_000;

/** Asks the shop's server again and again, with growing pauses, while the page is visible. */
export interface Questions {
  /** Asks at once, then again until there is a decision. */
  start(): void;
  /** Asks no more. If a question is under way, its answer is still noted, or it ends at its time limit. */
  stop(): void;
  /** Asks once, now. It joins a question that is under way. */
  askNow(): void;
}

const isVisible = () => document.visibilityState === 'visible';

/**
 * @param ask asks once and notes the answer, even if the answer comes too late
 * @param onLost hears why an answer did not come: `ask` rejected, or took too long
 * @param isDecided whether no further question is needed
 */
export function createQuestions(
  ask: (signal: AbortSignal) => Promise<void>,
  onLost: (error: unknown) => void,
  isDecided: () => boolean,
): Questions {
  let isRunning = false;
  let pauseMs = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending: AbortController | undefined;
  let askedAt = 0;
  let stopWaking = () => {};

  async function askNow(): Promise<void> {
    // The computer may have slept meanwhile. Then the answer is lost, although the timers did not count the sleep.
    if (pending && pageTime() - askedAt < questionMs) return;
    clearTimeout(timer);
    pending?.abort();
    const controller = (pending = new AbortController());
    askedAt = pageTime();
    await within(questionMs, controller, ask).catch(onLost);
    if (pending !== controller) return;
    pending = undefined;
    if (!isRunning || isDecided()) return;
    timer = setTimeout(() => isVisible() && void askNow(), pauseMs);
    pauseMs = Math.min(2 * pauseMs, lastPauseMs);
  }

  function wake(): void {
    // Coming back to the page fires several events.
    if (!isVisible() || isDecided() || pageTime() - askedAt < firstPauseMs) return;
    pauseMs = firstPauseMs;
    void askNow();
  }

  return {
    start() {
      if (isRunning) return;
      isRunning = true;
      pauseMs = firstPauseMs;
      stopWaking = onWake(wake);
      if (isVisible() && !isDecided()) void askNow();
    },
    stop() {
      isRunning = false;
      stopWaking();
      clearTimeout(timer);
    },
    askNow: () => void askNow(),
  };
}
