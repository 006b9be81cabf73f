/** A place that things pass at once while it is open, and wait at while it is closed. */
export interface Gate {
  /** From now on all that comes waits. What it returns opens the gate: everything that waits passes, in its order. */
  close(): () => void;
  pass(go: () => void): void;
  /** Opens the gate, and forgets what waits. */
  reset(): void;
}

export function createGate(): Gate {
  let waiting: (() => void)[] | undefined;

  function open(): void {
    const passing = waiting ?? [];
    waiting = undefined;
    for (const go of passing) go();
  }

  return {
    close() {
      waiting ??= [];
      return open;
    },
    pass(go) {
      if (waiting) waiting.push(go);
      else go();
    },
    reset() {
      waiting = undefined;
    },
  };
}
