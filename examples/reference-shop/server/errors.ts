import type { ErrorRequestHandler } from 'express';
import type { ErrorView } from '../api';

/** An answer that is not 2xx: thrown anywhere in a route, sent by `answerErrors`. `message` is for the customer. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

function answerTo(error: unknown): { status: number; view: ErrorView } {
  if (error instanceof HttpError) {
    return { status: error.status, view: { code: error.code, message: error.message } };
  }
  if (error instanceof Error && 'status' in error && error.status === 400) {
    return { status: 400, view: { code: 'bad_request', message: 'We could not read that.' } };
  }
  return { status: 500, view: { code: 'internal', message: 'Something went wrong on our side.' } };
}

/** The customer gets words, the shop's log gets the error. The library's errors hold no secrets. */
export function answerErrors(log: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, view } = answerTo(error);
    if (status >= 500) log(error);
    response.status(status).json(view);
  };
}
