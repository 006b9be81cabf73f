/** Where a command reads and writes; its own type, so that tests can listen. */
export interface Terminal {
  out(line: string): void;
  error(line: string): void;
  /** Aborted by Ctrl-C. */
  readonly stop: AbortSignal;
}

/** One command of `iotpay`. */
export interface Command {
  readonly summary: string;
  readonly help: string;
  /** @returns the exit code */
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}

/** A mistake in how a command was called; `message` is for the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
