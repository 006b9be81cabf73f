import { isIotPayServerError } from 'react-iotpay/server';
import { isIotPayOrdersError, type OrdersErrorCode } from '../errors';

/** Stable codes of the routes' own refusals, for a page's `switch`. */
export type RouteErrorCode =
  | OrdersErrorCode
  | 'bad_origin'
  | 'not_json'
  | 'bad_json'
  | 'too_large'
  | 'bad_request'
  | 'no_such_route'
  | 'method_not_allowed'
  | 'no_such_order'
  | 'not_signed_in'
  | 'internal';

/** A request that is answered with 4xx, because the request is wrong, and nothing failed here. */
export class RouteError extends Error {
  constructor(
    readonly status: number,
    readonly code: RouteErrorCode,
    message: string,
    /** The methods that the route has, for the header of a 405. */
    readonly allow?: string,
  ) {
    super(message);
  }
}

export interface ErrorAnswer {
  readonly status: number;
  readonly code: RouteErrorCode;
  readonly message: string;
}

const statuses: Partial<Record<OrdersErrorCode, number>> = {
  no_such_card: 404,
  unknown_order: 404,
  no_customer: 401,
  busy: 503,
  gateway_silent: 502,
};

/**
 * The answer for an error. If something failed on this side, the page learns only that, and never that nothing was
 * paid, because that is unknown.
 */
export function answerTo(error: unknown): ErrorAnswer {
  if (error instanceof RouteError) return { status: error.status, code: error.code, message: error.message };
  if (isIotPayOrdersError(error) && error.code === 'key_in_use') {
    return { status: 409, code: error.code, message: 'This is the order of another sale or customer.' };
  }
  if (isIotPayOrdersError(error)) {
    const status = statuses[error.code];
    if (status !== undefined) return { status, code: error.code, message: error.message };
  }
  if (isIotPayServerError(error) && error.code !== 'invalid_request' && error.code !== 'invalid_config') {
    return {
      status: 502,
      code: 'gateway_silent',
      message: 'The payment service does not answer. Try again.',
    };
  }
  return { status: 500, code: 'internal', message: 'Something went wrong on our side. Try again.' };
}
