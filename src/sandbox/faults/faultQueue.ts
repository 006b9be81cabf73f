/** Things that are to go wrong, in the order in which they were asked for. */
export interface FaultQueue<Fault extends { times: number }> {
  add(fault: Fault): void;
  /** The next fault that fits, used up once by asking. */
  take(fits: (fault: Fault) => boolean): Fault | undefined;
  /** Those that are still to come. */
  all(): readonly Fault[];
  clear(): void;
}

export function createFaultQueue<Fault extends { times: number }>(): FaultQueue<Fault> {
  let faults: Fault[] = [];
  return {
    add: (fault) => void faults.push({ ...fault }),
    take(fits) {
      const fault = faults.find(fits);
      if (!fault) return undefined;
      fault.times -= 1;
      faults = faults.filter(({ times }) => times > 0);
      return fault;
    },
    all: () => faults,
    clear() {
      faults = [];
    },
  };
}
