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
  /** Of the answer, if there was any. */
  readonly httpStatus: number | undefined;
  /** What the gateway said, if it was the gateway that answered. */
  readonly retCode: 'SUCCESS' | 'FAIL' | undefined;
  /**
   * What went wrong in this exchange, undefined for nothing. Where an answer was lost it is the cause (`timeout`, say), not the
   * `outcome_unknown` or `session_lost` that the call then throws.
   */
  readonly errorCode: IotPayServerErrorCode | undefined;
}

/** Told of each exchange after it ended. It is not waited for, and what it throws changes nothing. */
export type ExchangeHook = (exchange: IotPayExchange) => unknown;

/** Tells the shop's hook, which may fail at once or later: neither may change what becomes of the call. */
export function tellHook(hook: ExchangeHook | undefined, exchange: IotPayExchange): void {
  try {
    Promise.resolve(hook?.(exchange)).catch(() => undefined);
  } catch {
    // A log that fails must not turn a payment that went through into an error.
  }
}
