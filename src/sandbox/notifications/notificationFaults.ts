import * as v from 'valibot';
import type { NotificationFaultKind } from '../consoleApi/commands';
import { limits, natural } from '../faults/faultFields';
import type { SandboxTime } from '../time/sandboxTime';
import { createFaultQueue, type FaultQueue } from '../faults/faultQueue';

/** What can go wrong with a notification (gateway contract, section 4: "twice, late … or never"). */
export const notificationFaultKinds = [
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

export const notificationFaultSchema = v.strictObject({
  kind: v.picklist(notificationFaultKinds),
  ...limits,
  /** The order, refund or void whose notification it is; the next one's if nothing is said. */
  mchOrderNo: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** For `late`: how long. */
  ms: v.optional(natural),
});

export type NotificationFault = v.InferOutput<typeof notificationFaultSchema>;
export type NotificationFaults = FaultQueue<NotificationFault>;

export const createNotificationFaults = (time: SandboxTime, nextId: () => number): NotificationFaults =>
  createFaultQueue<NotificationFault>(time, nextId);
