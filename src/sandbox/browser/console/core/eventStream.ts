import type { ConsoleEvent } from '../../../consoleApi/events';
import { consolePaths } from '../../../consoleApi/paths';

/** What the stream of events tells. */
export interface StreamListener {
  /** It is there, or there again. `run` is another one after a restart. */
  open(run: string): void;
  /** Several at a time, so that a storm of them does not draw the page a hundred times a second. */
  events(arrived: readonly ConsoleEvent[]): void;
  /** Some events never reach this reader. */
  gap(): void;
  /** The connection is lost. `isOver`: the browser does not try again by itself. */
  lost(isOver: boolean): void;
}

const gatherMs = 60;

/** Listens to the sandbox's events after the one with this id. Returns what ends it. */
export function openEventStream(after: number, listener: StreamListener): () => void {
  const source = new EventSource(`${consolePaths.events}?after=${after}`);
  let gathered: ConsoleEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hand = () => {
    timer = undefined;
    const arrived = gathered;
    gathered = [];
    listener.events(arrived);
  };
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    gathered.push(JSON.parse(data) as ConsoleEvent);
    timer ??= setTimeout(hand, gatherMs);
  });
  source.addEventListener('hello', ({ data }: MessageEvent<string>) => {
    listener.open((JSON.parse(data) as { run: string }).run);
  });
  source.addEventListener('gap', () => listener.gap());
  source.addEventListener('error', () => listener.lost(source.readyState === EventSource.CLOSED));

  return () => {
    clearTimeout(timer);
    source.close();
  };
}
