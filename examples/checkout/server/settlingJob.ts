export interface SettlingJobOptions<Item> {
  /** Orders, or refunds. */
  queue: { claimDue(): Promise<Item | undefined> };
  settlement: { settle(item: Item, signal: AbortSignal): Promise<unknown> };
  /** Gets what went wrong with one item; the others are settled all the same. */
  log: (problem: unknown) => void;
  /** How long it rests when nothing is due, in milliseconds. Default 5000. */
  everyMs?: number | undefined;
  /** How many it asks about at the same time. Default 4. */
  atOnce?: number | undefined;
}

export interface SettlingJob {
  /** Stops asking at once, and is done when nothing is under way any more. */
  close(): Promise<void>;
}

/**
 * Settles the orders that nobody asks about: the customer has left, and the gateway's notification was lost or came while the
 * shop was down. It does the same for refunds. It begins at once, and any number of processes can run it: an order is claimed by
 * one of them. Were that one to be killed, the claim ends by itself.
 */
export function startSettlingJob<Item>(options: SettlingJobOptions<Item>): SettlingJob {
  const { queue, settlement, log, everyMs = 5000, atOnce = 4 } = options;
  const stop = new AbortController();
  const { signal } = stop;
  const stopped = () => signal.aborted;

  async function settleWhatIsDue(): Promise<void> {
    while (!stopped()) {
      const item = await queue.claimDue();
      if (item === undefined) return;
      try {
        await settlement.settle(item, signal);
      } catch (error) {
        if (!stopped()) log(error);
      }
    }
  }

  function rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(end, everyMs);
      signal.addEventListener('abort', end);
      function end(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      }
      if (stopped()) end();
    });
  }

  async function run(): Promise<void> {
    while (!stopped()) {
      // The database may be away for a while. That is no reason to stop.
      await Promise.all(Array.from({ length: atOnce }, () => settleWhatIsDue().catch(log)));
      await rest();
    }
  }

  const running = run();
  return {
    close() {
      stop.abort();
      return running;
    },
  };
}
