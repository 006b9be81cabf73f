/**
 * The base class of every error of this library.
 *
 * `code` is stable and meant for `switch`. `message` says what happened and what to do next, and never holds a key, a
 * `sign`, a `secureId` or a `cvv`. `cause` is the original error, if there was one.
 */
export class IotPayError<Code extends string = string> extends Error {
  override readonly name: string = 'IotPayError';
  declare readonly code: Code;

  constructor(code: Code, message: string, cause?: unknown) {
    super(message, cause ? { cause } : undefined);
    this.code = code;
  }
}

/**
 * Tells this library's errors from others. It works where the ESM and the CJS build meet, and `instanceof` does not.
 */
export function isIotPayError(error: unknown): error is IotPayError {
  return error instanceof Error && /^IotPay\w*Error$/.test(error.name) && 'code' in error;
}
