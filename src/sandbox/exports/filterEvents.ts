import type { ConsoleEvent } from '../consoleApi/events';
import type { EventFilter } from '../consoleApi/sandboxConsole';
import type { Journal } from '../events/journal';

/** The events that fit, oldest first; with a limit, the newest of them. */
export function filterEvents(journal: Journal, filter: EventFilter): readonly ConsoleEvent[] {
  const { type, q, limit, before = Infinity, after = 0 } = filter;
  const wanted = q?.trim().toLowerCase() ?? '';
  const found = journal
    .after(after, Infinity)
    .filter(
      ({ event, json }) =>
        event.id < before &&
        (type === undefined || event.type === type) &&
        (wanted === '' || json.toLowerCase().includes(wanted)),
    )
    .map(({ event }) => event);
  return limit === undefined ? found : found.slice(Math.max(0, found.length - limit));
}
