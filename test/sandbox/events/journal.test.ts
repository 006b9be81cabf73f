import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../../src/sandbox/events/journal';
import { streamEvents } from '../../../src/sandbox/events/eventStream';
import { createSandboxTime } from '../../../src/sandbox/time/sandboxTime';

const event = (message: string) => ({ type: 'control', action: 'clocks', message }) as const;

function journalOf(events: number, limits?: { events: number; characters: number }) {
  const journal = createJournal(createSandboxTime(), limits);
  for (let count = 1; count <= events; count += 1) journal.append(event(`number ${count}`));
  return journal;
}

/** A connection whose other end reads nothing until it is told to. */
function slowReader() {
  const pipe = new PassThrough({ highWaterMark: 1000 });
  const outgoing = Object.assign(pipe, { writeHead: () => outgoing });
  return { outgoing: outgoing as unknown as ServerResponse, pipe };
}

describe('the journal', () => {
  it('drops the oldest events once there are too many, and finds the others by their ids', () => {
    const journal = journalOf(500, { events: 100, characters: 1e9 });

    expect(journal.all().length).toBeLessThanOrEqual(100);
    expect(journal.lastId()).toBe(500);
    expect(journal.find(499)?.event).toMatchObject({ id: 499, message: 'number 499' });
    expect(journal.find(1)).toBeUndefined();
    expect(journal.after(497, 2).map((entry) => entry.event.id)).toEqual([498, 499]);
  });

  it('keeps no more characters than it may', () => {
    const journal = journalOf(1000, { events: 1e9, characters: 20_000 });

    expect(journal.all().reduce((sum, { json }) => sum + json.length, 0)).toBeLessThanOrEqual(20_000);
    expect(journal.lastId()).toBe(1000);
  });

  it('tells a reader that is too slow for it which events it will never get', async () => {
    const journal = journalOf(0, { events: 100, characters: 1e9 });
    const { outgoing, pipe } = slowReader();
    streamEvents(journal, outgoing, {});
    for (let count = 1; count <= 5000; count += 1) journal.append(event(`number ${count}`));
    let text = '';
    for await (const chunk of pipe) {
      text += String(chunk);
      if (text.includes('number 5000')) break;
    }

    const gap = /event: gap\ndata: (.*)\n/.exec(text)?.[1] ?? '{}';
    const { from, to } = JSON.parse(gap) as { from: number; to: number };
    const ids = [...text.matchAll(/^id: \w+-(\d+)$/gm)].map((match) => Number(match[1]));
    const missing = Array.from({ length: 5000 }, (_, index) => index + 1).filter((id) => !ids.includes(id));
    expect(missing[0]).toBe(from);
    expect(missing).toHaveLength(to - from + 1);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('queues nothing for a reader that sleeps', () => {
    const journal = journalOf(0);
    const { outgoing, pipe } = slowReader();
    streamEvents(journal, outgoing, {});
    for (let count = 1; count <= 20_000; count += 1) journal.append(event(`number ${count}`));

    expect(pipe.readableLength + pipe.writableLength).toBeLessThan(60_000);
  });
});
