import { closeSync, openSync } from 'node:fs';
import { ReadStream, WriteStream } from 'node:tty';
import type { PromptDevice } from '../command';

/**
 * The user's terminal, also when standard input is a pipe with the message in it. Windows has no such file
 * that Node could open: there it is standard input, as long as that is a terminal which has not been read to its end.
 */
export function openControllingTerminal(): PromptDevice | undefined {
  return process.platform === 'win32' ? standardTerminal() : deviceTerminal();
}

function standardTerminal(): PromptDevice | undefined {
  const { stdin, stderr } = process;
  if (!stdin.isTTY || stdin.readableEnded || stdin.destroyed) return undefined;
  return { input: stdin, output: stderr, close: () => void stdin.pause() };
}

/** Two descriptors, because the terminal's reading side is switched to not waiting, which would cut output short. */
function deviceTerminal(): PromptDevice | undefined {
  const opened: number[] = [];
  try {
    opened.push(openSync('/dev/tty', 'r'), openSync('/dev/tty', 'w'));
    const [reading = -1, writing = -1] = opened;
    const input = new ReadStream(reading);
    const output = new WriteStream(writing);
    return {
      input,
      output,
      close() {
        input.destroy();
        output.destroy();
      },
    };
  } catch {
    // No terminal belongs to this process: it was started by a service, a CI job or cron.
    for (const descriptor of opened) closeSync(descriptor);
    return undefined;
  }
}
