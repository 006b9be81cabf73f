import type { ServerResponse } from 'node:http';
import type { Journal } from './journal';

/** So many events go into one write; a reader that is slower than the sandbox is waited for in between. */
const mostAtOnce = 200;

/** Proxies and browsers give a silent connection up. */
const heartbeatMs = 15_000;

/** Where a reader wants to begin. */
export interface StreamStart {
  /** `Last-Event-ID`, as this stream has given it: `<run>-<id>`. */
  readonly lastEventId?: string | undefined;
  /** For a reader that has fetched the state before: the id of the newest event then. */
  readonly after?: string | undefined;
}

function readStart(journal: Journal, { lastEventId, after }: StreamStart) {
  const [, run, id] = /^(\w+)-(\d+)$/.exec(lastEventId ?? '') ?? [];
  if (run === journal.run) return { cursor: Number(id), isRestarted: false };
  if (run !== undefined) return { cursor: 0, isRestarted: true };
  return { cursor: /^\d+$/.test(after ?? '') ? Number(after) : journal.oldestId() - 1, isRestarted: false };
}

/**
 * Writes the journal as server-sent events for as long as the reader stays. Nothing is queued for it here: the stream reads on
 * in the journal whenever the connection takes more, so that no event is lost and a reader that sleeps costs no memory.
 */
export function streamEvents(journal: Journal, outgoing: ServerResponse, start: StreamStart): void {
  const { cursor: begin, isRestarted } = readStart(journal, start);
  let cursor = begin;
  let isWaiting = false;

  function nextChunk(): string {
    const entries = journal.after(cursor, mostAtOnce);
    const first = entries[0]?.event.id;
    const from = Math.max(cursor, journal.forgottenId()) + 1;
    const isGap = first !== undefined && first > from;
    const gap = isGap ? `event: gap\ndata: ${JSON.stringify({ from, to: first - 1 })}\n\n` : '';
    cursor = entries.at(-1)?.event.id ?? cursor;
    return (
      gap + entries.map(({ event, json }) => `id: ${journal.run}-${event.id}\ndata: ${json}\n\n`).join('')
    );
  }
  function write(text: string): void {
    if (outgoing.destroyed || outgoing.write(text)) return;
    isWaiting = true;
    outgoing.once('drain', () => {
      isWaiting = false;
      pump();
    });
  }
  function pump(): void {
    while (!isWaiting && !outgoing.destroyed && cursor < journal.lastId()) {
      const chunk = nextChunk();
      if (chunk === '') return;
      write(chunk);
    }
  }

  outgoing.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Accel-Buffering': 'no',
  });
  write(`retry: 1000\nevent: hello\ndata: ${JSON.stringify({ run: journal.run, isRestarted })}\n\n`);
  const unsubscribe = journal.subscribe(pump);
  const heartbeat = setInterval(() => {
    if (!isWaiting) write(': still here\n\n');
  }, heartbeatMs).unref();
  outgoing.once('close', () => {
    unsubscribe();
    clearInterval(heartbeat);
  });
  pump();
}
