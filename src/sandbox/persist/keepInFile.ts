import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import type { Gateway } from '../gateway';
import { keepSession, wake, type KeptLine } from './keptState';
import { lockFile } from './lockFile';
import { persistError } from './persistError';
import { header, readLines } from './readLines';

/** The file is rewritten from this size on, once it is four times as large as after the last rewrite. */
const tidyBytes = 64_000_000;

/** The gateway's file. */
export interface KeptFile {
  /** Writes nothing more, and lets another sandbox have it. */
  end(): void;
}

/** Everything as it stands now. */
function linesOf({ ledger, vault, sessions, notifier, journal, time }: Gateway): KeptLine[] {
  return [
    { what: 'time', aheadMs: time.aheadMs() },
    ...ledger.all().map((order) => ({ what: 'order', order }) as const),
    ...vault.all().map((card) => ({ what: 'card', card }) as const),
    ...sessions.all().map((session) => ({ what: 'session', session: keepSession(session) }) as const),
    ...notifier.all().map((notification) => ({ what: 'notification', notification }) as const),
    ...journal.all().map(({ event }) => ({ what: 'event', event }) as const),
  ];
}

/** Writes a whole file beside the old one and puts it in its place, so that there is always one that is complete. */
function replaceFile(file: string, text: string): void {
  const fresh = `${file}.new`;
  const descriptor = openSync(fresh, 'w', 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(fresh, file);
}

/**
 * Fills the gateway from a file and keeps the file up to date: each change is a line that is written before it is answered, so
 * that a sandbox that is killed loses nothing that it had said.
 *
 * @throws IotPayError `persist_failed` for a file that can't be read or written, is no file of the sandbox, or is in use.
 */
export function keepInFile(file: string, gateway: Gateway): KeptFile {
  const unlock = lockFile(file);
  let descriptor: number | undefined;
  let bytes = 0;
  let tidied = 0;

  function tidy(): void {
    const text = `${[header, ...linesOf(gateway).map((line) => JSON.stringify(line))].join('\n')}\n`;
    try {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
      replaceFile(file, text);
      descriptor = openSync(file, 'a');
    } catch (error) {
      throw persistError(file, 'be written', error);
    }
    bytes = tidied = text.length;
  }
  function write(json: string): void {
    if (descriptor === undefined) return;
    try {
      writeSync(descriptor, `${json}\n`);
    } catch (error) {
      throw persistError(file, 'be written', error);
    }
    bytes += json.length;
    if (bytes > tidyBytes && bytes > 4 * tidied) tidy();
  }
  const keep = (line: KeptLine) => write(JSON.stringify(line));

  try {
    wake(readLines(file), gateway);
    tidy();
  } catch (error) {
    unlock();
    throw error;
  }
  gateway.ledger.onChange((order) => keep({ what: 'order', order }));
  gateway.vault.onChange((card) => keep({ what: 'card', card }));
  gateway.sessions.onChange((session) => keep({ what: 'session', session: keepSession(session) }));
  gateway.notifier.onChange((notification) => keep({ what: 'notification', notification }));
  gateway.journal.subscribe(({ event, json }) => {
    write(`{"what":"event","event":${json}}`);
    if (event.type !== 'control') return;
    if (event.action === 'reset' || event.action === 'undone') tidy();
    else keep({ what: 'time', aheadMs: gateway.time.aheadMs() });
  });

  return {
    end() {
      if (descriptor !== undefined) closeSync(descriptor);
      descriptor = undefined;
      unlock();
    },
  };
}
