export interface RateLimit {
  /** Whether the next `take` will be let through. */
  readonly isOpen: () => boolean;
  /** Takes one if the limit is not reached, or returns `false`. */
  readonly take: () => boolean;
}

/** Allows `burst` at once, and then one for every `refillMs` milliseconds that have passed. */
export function createRateLimit(burst: number, refillMs: number): RateLimit {
  let left = burst;
  let refilledAt = Date.now();

  function isOpen(): boolean {
    const now = Date.now();
    const refills = Math.floor((now - refilledAt) / refillMs);
    // A clock that was set back must not close the limit for good.
    if (refills !== 0) {
      left = Math.min(burst, left + Math.max(refills, 0));
      refilledAt = refills > 0 ? refilledAt + refills * refillMs : now;
    }
    return left > 0;
  }

  function take(): boolean {
    const open = isOpen();
    if (open) left -= 1;
    return open;
  }

  return { isOpen, take };
}
