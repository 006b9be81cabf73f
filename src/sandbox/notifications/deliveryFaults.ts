import * as v from 'valibot';
import type { NotificationFaultKind } from '../consoleApi/commands';
import { limits, natural } from '../faults/faultFields';
import type { SandboxTime } from '../time/sandboxTime';
import { createFaultQueue, type FaultQueue } from '../faults/faultQueue';

/** The faults of notifications (docs/gateway-contract.md, section 4: "twice, late … or never"). */
export const deliveryFaultKinds = [
  /** It is never sent. */
  'lost',
  /** It is sent twice at the same moment, and each of the two again until it is acknowledged. */
  'doubled',
  /** It is first sent after `ms`, or the clock `lateNotificationMs`. */
  'late',
  /** It is held back, without limit, until one that began later has been sent, and follows that one at once. */
  'outOfOrder',
  /** Its first attempt is signed with another key; if the merchant refuses that one, the next is right. */
  'wrongSignature',
] as const satisfies readonly NotificationFaultKind[];

export const deliveryFaultSchema = v.strictObject({
  kind: v.picklist(deliveryFaultKinds),
  ...limits,
  /** The order, refund or void whose notification it is; the next one's if nothing is said. */
  mchOrderNo: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** For `late`: how long. */
  ms: v.optional(natural),
});

export type DeliveryFault = v.InferOutput<typeof deliveryFaultSchema>;
export type DeliveryFaults = FaultQueue<DeliveryFault>;

export const createDeliveryFaults = (time: SandboxTime, nextId: () => number): DeliveryFaults =>
  createFaultQueue<DeliveryFault>(time, nextId);
