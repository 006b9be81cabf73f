import { createWork } from './work';

/** Something that waits for its time. */
export interface Due {
  /** Epoch milliseconds, by the sandbox's time. */
  readonly at: number;
  readonly run: () => void;
  /** A request waits for this pause, so cancelling everything must end the pause, too. */
  readonly isPause: boolean;
  timer?: NodeJS.Timeout;
}

/** So much happens in one move of the time at most: a shop that is told again every millisecond must not stop it for good. */
const mostAtOnce = 20_000;

/** The sandbox's own time: the computer's, moved on by hand, or standing still. Everything in the sandbox that waits obeys it. */
export interface SandboxTime {
  /** Epoch milliseconds. */
  now(): number;
  /** By how many milliseconds it is ahead of the computer's. */
  aheadMs(): number;
  after(ms: number, run: () => void): void;
  pause(ms: number): Promise<void>;
  /** Work that takes real time, such as a shop's answer: time is not moved past it at once. */
  track(work: Promise<unknown>): void;
  /** Moves on, runs everything that falls due in its order, and waits for its end. */
  advance(ms: number): Promise<void>;
  /** Stands still from here on, or at another time: only `advance` and `pause` move it. */
  freeze(at?: number): void;
  /** Goes on from where it stands. */
  thaw(): void;
  isFrozen(): boolean;
  nextDue(): number | undefined;
  /** Cancels everything, and returns the cancelled work. */
  suspend(): readonly Due[];
  /** Schedules cancelled work again. */
  resume(dues: readonly Due[]): void;
  /** Moves the time itself, and nothing that waits. */
  setAhead(ms: number): void;
}

export function createSandboxTime(): SandboxTime {
  const dues = new Set<Due>();
  const work = createWork();
  let aheadMs = 0;
  let frozenAt: number | undefined;
  let added = 0;
  let advancing: Promise<void> = Promise.resolve();

  const now = () => frozenAt ?? Date.now() + aheadMs;

  function moveTo(at: number): void {
    if (at <= now()) return;
    if (frozenAt === undefined) aheadMs += at - now();
    else frozenAt = at;
  }
  function fire(due: Due): void {
    clearTimeout(due.timer);
    if (dues.delete(due)) due.run();
  }
  function arm(due: Due): void {
    clearTimeout(due.timer);
    if (frozenAt !== undefined) return;
    // A server that listens keeps the process alive; what waits in it does not.
    due.timer = setTimeout(() => fire(due), Math.max(0, due.at - now())).unref();
  }
  function wait(ms: number, run: () => void, isPause: boolean): void {
    const due = { at: now() + ms, run, isPause };
    dues.add(due);
    added += 1;
    arm(due);
  }
  /** What falls due until then, in its order; of two at the same moment, the one that has waited longer. */
  const dueUntil = (target: number) =>
    [...dues].filter(({ at }) => at <= target).sort((one, other) => one.at - other.at);

  async function moveOn(ms: number): Promise<void> {
    await work.done();
    const target = now() + ms;
    let left = mostAtOnce;
    for (let next = dueUntil(target); next.length > 0 && left > 0; next = dueUntil(target)) {
      const known = added;
      for (const due of next) {
        moveTo(due.at);
        fire(due);
        left -= 1;
        await work.done();
        // Work that was scheduled just now may be due before the next.
        if (added !== known || left === 0) break;
      }
    }
    moveTo(target);
    dues.forEach(arm);
  }
  function advance(ms: number): Promise<void> {
    advancing = advancing.then(() => moveOn(ms));
    return advancing;
  }

  return {
    now,
    aheadMs: () => Math.round(now() - Date.now()),
    after: (ms, run) => wait(ms, run, false),
    pause(ms) {
      if (ms === 0) return Promise.resolve();
      return frozenAt === undefined ? new Promise((resolve) => wait(ms, resolve, true)) : advance(ms);
    },
    track: (promise) => work.add(promise),
    advance,
    freeze(at = now()) {
      frozenAt = at;
      for (const { timer } of dues) clearTimeout(timer);
    },
    thaw() {
      if (frozenAt === undefined) return;
      aheadMs = frozenAt - Date.now();
      frozenAt = undefined;
      dues.forEach(arm);
    },
    isFrozen: () => frozenAt !== undefined,
    nextDue: () => (dues.size === 0 ? undefined : Math.min(...[...dues].map(({ at }) => at))),
    suspend() {
      const called = [...dues];
      dues.clear();
      for (const due of called) {
        clearTimeout(due.timer);
        if (due.isPause) due.run();
      }
      return called.filter(({ isPause }) => !isPause);
    },
    resume(given) {
      for (const due of given) {
        dues.add(due);
        arm(due);
      }
    },
    setAhead(ms) {
      aheadMs = ms;
    },
  };
}
