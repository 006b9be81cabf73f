import type { Readable, Writable } from 'node:stream';

/** A terminal for questions, apart from standard input and output, which may be pipes. */
export interface PromptDevice {
  readonly input: Readable;
  readonly output: Writable;
  /** Gives the terminal back; until then it keeps the process alive. */
  close(): void;
}

/** Where a command reads and writes; its own type, so that tests can speak and listen. */
export interface Terminal {
  out(line: string): void;
  error(line: string): void;
  /** Aborted by Ctrl-C. */
  readonly stop: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard input; only touched by the commands that read it. */
  readonly input: Readable & { readonly isTTY?: boolean };
  /** `undefined` without a terminal, as in CI. */
  openPrompt(): PromptDevice | undefined;
}

/** One command of `iotpay`. */
export interface Command {
  readonly summary: string;
  readonly help: string;
  /** @returns the exit code */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** A mistake in a command's options or input. `message` is for the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Ctrl-C, or the end of the terminal, while a command waited for input. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/**
 * How a command can end. With 1, the answer is bad news: a signature that is not valid, an order that the gateway does not know, a
 * set-up that is wrong; scripts can tell that from a slip of their own. An order that failed by proof has a code of its own, because no one
 * should have to read a text to tell it from one that may be paid.
 */
export const exitCodes = { done: 0, notValid: 1, failed: 2, failedByProof: 3, interrupted: 130 } as const;
