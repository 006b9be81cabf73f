import { PassThrough, Readable } from 'node:stream';
import type { PromptDevice } from '../../src/cli/command';
import { runCli } from '../../src/cli/runCli';

interface Surroundings {
  /** What standard input holds. */
  stdin?: string | Buffer | Readable;
  env?: Record<string, string>;
  /** The text that a person types at the terminal. By default the terminal has no person. */
  typed?: string | Buffer[];
  stop?: AbortSignal;
}

/** A terminal that remembers its output and whether it was given back. */
export function fakeTerminal() {
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    raw: [] as boolean[],
    setRawMode: (raw: boolean) => void input.raw.push(raw),
  });
  const output = new PassThrough();
  const device = { input, output, isClosed: false, close: () => void (device.isClosed = true) };
  return { ...device, device, shown: () => String(output.read() ?? '') };
}

/** Runs one command line to its end, in this process, without a person at the terminal unless something is typed. */
export async function runCommand(args: string[], surroundings: Surroundings = {}) {
  const { stdin = '', env = {}, typed, stop = new AbortController().signal } = surroundings;
  const out: string[] = [];
  const error: string[] = [];
  const terminal = fakeTerminal();
  const code = await runCli(args, {
    out: (line) => out.push(line),
    error: (line) => error.push(line),
    stop,
    env,
    input: stdin instanceof Readable ? stdin : Readable.from([Buffer.from(stdin)]),
    openPrompt(): PromptDevice | undefined {
      if (typed === undefined) return undefined;
      for (const chunk of typeof typed === 'string' ? [Buffer.from(typed)] : typed)
        terminal.input.write(chunk);
      return terminal.device;
    },
  });
  return { code, out: out.join('\n'), error: error.join('\n'), terminal };
}
