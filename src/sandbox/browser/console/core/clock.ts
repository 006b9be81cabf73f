import type { ConsoleTime } from '../../../consoleApi/state';

/** The sandbox's time now, by this computer's clock; it stands still while a scenario plays. */
export function sandboxNow(time: ConsoleTime, now: number): number {
  return time.isFrozen ? Date.parse(time.now) : now + time.aheadMs;
}
