import type { SandboxTime } from '../time/sandboxTime';

/** What every fault says about when it ends: after so many times, or after a while. */
export interface FaultLimits {
  readonly times?: number | undefined;
  /** In milliseconds of the sandbox's time. */
  readonly forMs?: number | undefined;
}

/** A fault that is still to come. */
export interface QueuedFault<Fault> {
  readonly id: number;
  readonly fault: Fault & { times: number };
  /** Epoch milliseconds. */
  readonly until?: number;
}

/** Things that are to go wrong, in the order in which they were asked for. */
export interface FaultQueue<Fault extends FaultLimits> {
  add(fault: Fault): number;
  /** The next fault that fits, used up once by asking. */
  take(fits: (fault: Fault) => boolean): Fault | undefined;
  /** Those that are still to come. */
  all(): readonly Fault[];
  list(): readonly QueuedFault<Fault>[];
  /** Whether there was one of this number. */
  remove(id: number): boolean;
  clear(): void;
  restore(faults: readonly QueuedFault<Fault>[]): void;
}

/** Stands for "as often as it is called, until its time is over". */
export const always = 2 ** 31 - 1;

/** Gives numbers to the faults of one sandbox, of calls and notifications alike. */
export function createFaultIds(): () => number {
  let lastId = 0;
  return () => (lastId += 1);
}

export function createFaultQueue<Fault extends FaultLimits>(
  time: SandboxTime,
  nextId: () => number,
): FaultQueue<Fault> {
  let queue: readonly QueuedFault<Fault>[] = [];

  function current(): readonly QueuedFault<Fault>[] {
    queue = queue.filter(
      ({ fault, until }) => fault.times > 0 && (until === undefined || time.now() < until),
    );
    return queue;
  }

  return {
    add(fault) {
      const { forMs } = fault;
      const times = fault.times ?? (forMs === undefined ? 1 : always);
      const until = forMs === undefined ? {} : { until: time.now() + forMs };
      const id = nextId();
      queue = [...current(), { id, fault: { ...fault, times }, ...until }];
      return id;
    },
    take(fits) {
      const found = current().find(({ fault }) => fits(fault));
      if (!found) return undefined;
      found.fault.times -= 1;
      return found.fault;
    },
    all: () => current().map(({ fault }) => fault),
    list: () => current().map((one) => ({ ...one, fault: { ...one.fault } })),
    remove(id) {
      const before = current().length;
      queue = queue.filter((one) => one.id !== id);
      return queue.length < before;
    },
    clear() {
      queue = [];
    },
    restore(faults) {
      queue = faults;
    },
  };
}
