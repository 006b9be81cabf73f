const pending = new Set<number>();

/** Watches from now on which timers were started and have neither run out nor been cleared. */
export function watchTimers(): void {
  const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
  const forget = (timer: number | undefined) => pending.delete(timer ?? 0);
  Object.assign(window, {
    setTimeout(run: () => void, ms?: number) {
      const timer = setTimeout(() => {
        forget(timer);
        run();
      }, ms);
      pending.add(timer);
      return timer;
    },
    setInterval(run: () => void, ms?: number) {
      const timer = setInterval(run, ms);
      pending.add(timer);
      return timer;
    },
    clearTimeout(timer?: number) {
      forget(timer);
      clearTimeout(timer);
    },
    clearInterval(timer?: number) {
      forget(timer);
      clearInterval(timer);
    },
  });
}

export const pendingTimers = (): number => pending.size;
