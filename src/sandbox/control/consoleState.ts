import type { ActiveFault } from '../consoleApi/commands';
import type { ConsoleSettings, ConsoleState, ConsoleTime } from '../consoleApi/state';
import { always, type FaultLimits, type QueuedFault } from '../faults/faultQueue';
import type { Gateway } from '../gateway';

const iso = (at: number) => new Date(at).toISOString();

/** A fault as the console tells it: one that only its time ends has no `times`. */
const told = <Fault extends FaultLimits>({ id, fault, until }: QueuedFault<Fault>) => ({
  id,
  ...fault,
  times: fault.times === always ? undefined : fault.times,
  ...(until !== undefined && { until: iso(until) }),
});

/** The faults that are still to come, of calls and of notifications, in the order of their numbers. */
export function activeFaults({ faults, deliveryFaults }: Gateway): readonly ActiveFault[] {
  const ofCalls = faults.list().map((one): ActiveFault => ({ of: 'call', ...told(one) }));
  const ofNotifications = deliveryFaults
    .list()
    .map((one): ActiveFault => ({ of: 'notification', ...told(one) }));
  const all = [...ofCalls, ...ofNotifications];
  return all.sort((one, other) => one.id - other.id);
}

export function consoleTime({ time }: Gateway): ConsoleTime {
  const nextDue = time.nextDue();
  return {
    now: iso(time.now()),
    aheadMs: time.aheadMs(),
    isFrozen: time.isFrozen(),
    ...(nextDue !== undefined && { nextDue: iso(nextDue) }),
  };
}

/** What the console has to know before it listens. */
export function consoleState(
  gateway: Gateway,
  settings: ConsoleSettings,
  about: Pick<ConsoleState, 'canUndo' | 'isRecording' | 'isPlaying'>,
): ConsoleState {
  const { journal, ledger, notifier, clocks } = gateway;
  return {
    version: 1,
    run: journal.run,
    lastEventId: journal.lastId(),
    oldestEventId: journal.oldestId(),
    time: consoleTime(gateway),
    settings,
    counts: {
      orders: ledger.all().length,
      notifications: notifier.all().length,
      events: journal.all().length,
    },
    clocks: { ...clocks },
    faults: activeFaults(gateway),
    ...about,
  };
}
