/** Work passes an open gate at once, and waits at a closed one. */
export interface Gate {
  /**
   * Closes the gate, so that everything waits. The returned function opens it, and the waiting work passes in its
   * order.
   */
  close(): () => void;
  pass(go: () => void): void;
  /** Opens the gate, and forgets the waiting work. */
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
