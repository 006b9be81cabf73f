import type { ConsoleEvent } from '../../../consoleApi/events';
import type { ConsoleOrder } from '../../../consoleApi/orders';
import type { ConsoleState } from '../../../consoleApi/state';

/** `gone`: the sandbox does not answer, and is asked again and again. */
export type Connection = 'connecting' | 'live' | 'gone';

/** All that the console knows of the sandbox. */
export interface ConsoleModel {
  readonly connection: Connection;
  /** None before the first answer. */
  readonly state: ConsoleState | undefined;
  /** The newest first. */
  readonly orders: readonly ConsoleOrder[];
  /** The oldest first, the newest so many of them. */
  readonly events: readonly ConsoleEvent[];
}

export const emptyModel: ConsoleModel = {
  connection: 'connecting',
  state: undefined,
  orders: [],
  events: [],
};

/** The console keeps this many events. The export has all that the sandbox keeps. */
export const mostEvents = 5000;

/** The events with those that came since. One that is there already, because it was fetched and sent, is left out. */
export function withNewEvents(
  events: readonly ConsoleEvent[],
  arrived: readonly ConsoleEvent[],
): readonly ConsoleEvent[] {
  const last = events.at(-1)?.id ?? 0;
  const fresh = arrived.filter(({ id }) => id > last);
  return fresh.length === 0 ? events : [...events, ...fresh].slice(-mostEvents);
}

/** The orders that events were about. */
export function ordersIn(events: readonly ConsoleEvent[]): string[] {
  const numbers = events.flatMap(({ mchOrderNo, paymentNo }) => [mchOrderNo, paymentNo]);
  return [...new Set(numbers.filter((number) => number !== undefined))];
}

/** Whether the events leave nothing of what was fetched before. */
export const startsAnew = (events: readonly ConsoleEvent[]): boolean =>
  events.some((event) => event.type === 'control' && ['reset', 'undone', 'played'].includes(event.action));

/** Whether the events may have changed the sandbox's own state: its faults, clocks and time. */
export const changesState = (events: readonly ConsoleEvent[]): boolean =>
  events.some(({ type }) => type === 'control' || type === 'fault');
