import * as v from 'valibot';
import { createFaultQueue, type FaultQueue } from './faultQueue';
import { natural, limits } from './faultFields';
import type { SandboxTime } from '../time/sandboxTime';

/** A fault of a call's next answer. */
export const faultSchema = v.strictObject({
  /** The last part of the call's path, e.g. `cc_purchase`; `*` for every call of a merchant's server. */
  call: v.pipe(v.string(), v.nonEmpty()),
  kind: v.picklist(['delay', 'fail', 'http', 'html', 'brokenJson', 'cut']),
  ...limits,
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
export type Faults = FaultQueue<Fault>;

export const createFaults = (time: SandboxTime, nextId: () => number): Faults =>
  createFaultQueue<Fault>(time, nextId);

/** Whether a fault is for the call of this path; `cc_addCard` and `cc_addcard` are one. */
export function isFor(path: string): (fault: Fault) => boolean {
  const name = path.split('/').pop() ?? '';
  return ({ call }) => (call === '*' ? path.startsWith('/v3/') : call.toLowerCase() === name.toLowerCase());
}
