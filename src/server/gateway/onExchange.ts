import type { IotPayServerErrorCode } from '../errors';

/** One exchange with the gateway, for logs and traces. It holds nothing secret. */
export interface IotPayExchange {
  /** The gateway's name for the call, e.g. `cc_query`. */
  readonly call: string;
  /** The order numbers that the request names. */
  readonly mchOrderNo: string | undefined;
  readonly mchRefundNo: string | undefined;
  readonly payOrderId: string | undefined;
  /** 1 for the first time that this call was sent, 2 for its first repetition, and so on. */
  readonly attempt: number;
  /** How long it took, in whole milliseconds. */
  readonly durationMs: number;
  /** The answer's status, if there was an answer. */
  readonly httpStatus: number | undefined;
  /** The gateway's result, if the gateway itself answered. */
  readonly retCode: 'SUCCESS' | 'FAIL' | undefined;
  /**
   * The error in this exchange, or undefined if there was none. If an answer was lost, it is the cause (`timeout`, for
   * example), not the `outcome_unknown` or `session_lost` that the call then throws.
   */
  readonly errorCode: IotPayServerErrorCode | undefined;
}

/** Called after each exchange. It is not waited for, and its errors change nothing. */
export type ExchangeHook = (exchange: IotPayExchange) => unknown;

/** Calls the shop's hook. It may fail at once or later, and neither may change the result of the call. */
export function tellHook(hook: ExchangeHook | undefined, exchange: IotPayExchange): void {
  try {
    Promise.resolve(hook?.(exchange)).catch(() => undefined);
  } catch {
    // A log that fails must not turn a successful payment into an error.
  }
}
