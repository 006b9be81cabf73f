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
  /** Asks no more. A question under way still has its answer noted, or ends by its time limit. */
  stop(): void;
  /** Asks once, at once. It joins a question that is under way. */
  askNow(): void;
}

const isVisible = () => document.visibilityState === 'visible';

/**
 * @param ask asks once and notes the answer, also one that comes too late
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
  let under: AbortController | undefined;
  let askedAt = 0;
  let stopWaking = () => {};

  async function askNow(): Promise<void> {
    // A computer that slept meanwhile has lost the answer, though its timers have not counted that time.
    if (under && pageTime() - askedAt < questionMs) return;
    clearTimeout(timer);
    under?.abort();
    const controller = (under = new AbortController());
    askedAt = pageTime();
    await within(questionMs, controller, ask).catch(onLost);
    if (under !== controller) return;
    under = undefined;
    if (!isRunning || isDecided()) return;
    timer = setTimeout(() => isVisible() && void askNow(), pauseMs);
    pauseMs = Math.min(2 * pauseMs, lastPauseMs);
  }

  function wake(): void {
    // Several events tell of one waking.
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
