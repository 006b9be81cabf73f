/** Asks for work again and again; it is done at most once per pause, never twice at the same time, and never missed. */
export function throttled(work: () => Promise<void>, pauseMs: number): { ask(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWorking = false;
  let isWanted = false;
  let isStopped = false;

  async function run(): Promise<void> {
    timer = undefined;
    isWorking = true;
    isWanted = false;
    try {
      await work();
    } finally {
      isWorking = false;
      // TypeScript does not see that the work may have been asked for meanwhile.
      if (isWanted as boolean) plan();
    }
  }
  function plan(): void {
    if (!isStopped) timer ??= setTimeout(() => void run(), pauseMs);
  }

  return {
    ask() {
      isWanted = true;
      if (!isWorking) plan();
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
