import * as v from 'valibot';

const natural = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 31 - 1));

/** What goes wrong with a call's next answer. */
export const faultSchema = v.strictObject({
  /** The last part of the call's path, e.g. `cc_purchase`. */
  call: v.pipe(v.string(), v.nonEmpty()),
  kind: v.picklist(['delay', 'fail', 'http', 'brokenJson', 'cut']),
  /** How often. */
  times: v.optional(v.pipe(natural, v.minValue(1)), 1),
  /** Whether the call takes effect all the same, and only its answer is lost. */
  carriedOut: v.optional(v.boolean(), false),
  /** For `delay`: how long. */
  ms: v.optional(natural, 1000),
  /** For `fail`: the reason. */
  retMsg: v.optional(v.string(), 'system error'),
  /** For `http`: the status. */
  status: v.optional(v.pipe(natural, v.minValue(400), v.maxValue(599)), 500),
});

export type Fault = v.InferOutput<typeof faultSchema>;

/** The faults that are still to come, in the order in which they were asked for. */
export interface Faults {
  add(fault: Fault): void;
  /** The next fault of a call, used up by asking. */
  take(call: string): Fault | undefined;
  all(): readonly Fault[];
  clear(): void;
}

/** `cc_addCard` and `cc_addcard` are one call. */
const sameCall = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

export function createFaults(): Faults {
  let faults: Fault[] = [];
  return {
    add: (fault) => void faults.push({ ...fault }),
    take(call) {
      const fault = faults.find((one) => sameCall(one.call, call));
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
