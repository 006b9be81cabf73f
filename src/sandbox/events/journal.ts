import { randomBytes } from 'node:crypto';
import type { ConsoleEvent, EventHead } from '../consoleApi/events';
import type { SandboxTime } from '../time/sandboxTime';

/** An event before the journal has numbered and dated it. */
export type NewEvent = ConsoleEvent extends infer Event
  ? Event extends ConsoleEvent
    ? Omit<Event, 'id' | 'at'>
    : never
  : never;

/** An event as the journal keeps it, with its JSON, which is made once for all who read it. */
export interface JournalEntry {
  readonly event: ConsoleEvent;
  readonly json: string;
  /** What the inspector shows and only the moment itself could tell. */
  readonly detail?: unknown;
}

/** Everything that happened, the newest of it: memory is bounded, so the oldest is dropped in the end. */
export interface Journal {
  /** Another one for each start, so that a reader notices that the numbers begin again. */
  readonly run: string;
  append(event: NewEvent, detail?: unknown): ConsoleEvent;
  /** Oldest first. */
  all(): readonly JournalEntry[];
  /** At most so many that came after this id, oldest first. */
  after(id: number, most: number): readonly JournalEntry[];
  find(id: number): JournalEntry | undefined;
  lastId(): number;
  /** The oldest id that is kept. */
  oldestId(): number;
  /** Events up to this one were removed by a reset. */
  forgottenId(): number;
  subscribe(listener: (entry: JournalEntry) => void): () => void;
  /** Forgets all events; gives them back for an undo. */
  forget(): readonly JournalEntry[];
  /** Puts events back in front of those since then. */
  recall(entries: readonly JournalEntry[]): void;
}

export interface JournalLimits {
  readonly events: number;
  /** Of JSON. */
  readonly characters: number;
}

const usualLimits: JournalLimits = { events: 50_000, characters: 48_000_000 };

export function createJournal(time: SandboxTime, limits: JournalLimits = usualLimits): Journal {
  const listeners = new Set<(entry: JournalEntry) => void>();
  let entries: JournalEntry[] = [];
  let characters = 0;
  let lastId = 0;
  let forgottenId = 0;

  function put(given: readonly JournalEntry[]): void {
    entries = [...given];
    characters = given.reduce((sum, { json }) => sum + json.length, 0);
    lastId = Math.max(lastId, entries.at(-1)?.event.id ?? 0);
    dropOldest();
  }
  /** A twentieth at a time: dropping from the front of a long list moves all of it. */
  function dropOldest(): void {
    while (entries.length > limits.events || characters > limits.characters) {
      const dropped = entries.splice(0, Math.ceil(entries.length / 20));
      characters -= dropped.reduce((sum, { json }) => sum + json.length, 0);
    }
  }
  /** Ids have no holes but where a reset lies, so the place is found by halving. */
  function placeAfter(id: number): number {
    let [low, high] = [0, entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entries[middle]?.event.id ?? 0) <= id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    run: randomBytes(4).toString('hex'),
    append(given, detail) {
      const head: EventHead = { id: (lastId += 1), at: new Date(time.now()).toISOString() };
      const event: ConsoleEvent = { ...head, ...given };
      const entry = { event, json: JSON.stringify(event), ...(detail !== undefined && { detail }) };
      entries.push(entry);
      characters += entry.json.length;
      dropOldest();
      for (const listener of listeners) listener(entry);
      return event;
    },
    all: () => entries,
    after(id, most) {
      const place = placeAfter(id);
      return entries.slice(place, place + most);
    },
    find(id) {
      const entry = entries[placeAfter(id - 1)];
      return entry?.event.id === id ? entry : undefined;
    },
    lastId: () => lastId,
    oldestId: () => entries[0]?.event.id ?? lastId + 1,
    forgottenId: () => forgottenId,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    forget() {
      const forgotten = entries;
      put([]);
      forgottenId = lastId;
      return forgotten;
    },
    recall(given) {
      put([...given, ...entries]);
    },
  };
}
