import { isIotPayError, type IotPayError } from '../../contract/error';
import { type IotPayOrder, readOrderStatus } from '../../contract/order';
import { IotPayGatewayError, IotPayValidationError } from '../errors';
import { pause } from '../pause';
import type { CallOptions, QueryRequest } from './requests';
import { isLostAnswer } from './retry';
import { isSignatureRefusal } from './send';

/** An order by one of its numbers, and how patiently to ask for it. */
export type WaitForResultRequest = QueryRequest & {
  signal?: AbortSignal | undefined;
  /** Between two questions, in milliseconds; 1000 by default. */
  intervalMs?: number | undefined;
  /** How often to ask at most; 30 by default. */
  attempts?: number | undefined;
};

/**
 * What became of a payment. `failed` carries the order, or the gateway's reason where it refused to speak of one. `unknown` is no
 * failure: the customer must not pay again; ask later, or wait for the notification. It carries the order as last seen, and the
 * error that the last question met, if any.
 */
export type PaymentResult =
  | { readonly status: 'paid'; readonly order: IotPayOrder }
  | {
      readonly status: 'failed';
      readonly order?: IotPayOrder | undefined;
      readonly retMsg?: string | undefined;
    }
  | {
      readonly status: 'unknown';
      readonly order?: IotPayOrder | undefined;
      readonly error?: IotPayError | undefined;
    };

type Query = (request: QueryRequest, options?: CallOptions) => Promise<IotPayOrder>;

/**
 * Asks by the rule of section 1: FAIL or status 9 is failed, status 2 or 3 paid, and anything else, a lost answer among it, means
 * ask again. A FAIL that refuses the signature says nothing about the payment and is thrown.
 */
export async function pollResult(query: Query, request: WaitForResultRequest): Promise<PaymentResult> {
  const { signal, intervalMs = 1000, attempts = 30, ...numbers } = request;
  refuseUnless(
    'intervalMs',
    Number.isFinite(intervalMs) && intervalMs >= 0,
    'must be a number of milliseconds, 0 or more',
  );
  refuseUnless('attempts', Number.isInteger(attempts) && attempts >= 1, 'must be a whole number above 0');

  let last: PaymentResult = { status: 'unknown' };
  for (let attempt = 1; ; attempt++) {
    last = await askOnce(query, numbers, signal, last);
    if (last.status !== 'unknown' || attempt === attempts) return last;
    await pause(intervalMs, signal);
  }
}

async function askOnce(
  query: Query,
  numbers: QueryRequest,
  signal: AbortSignal | undefined,
  before: PaymentResult,
): Promise<PaymentResult> {
  try {
    const order = await query(numbers, { signal });
    const state = readOrderStatus(order.status);
    return state === 'paid' || state === 'failed' ? { status: state, order } : { status: 'unknown', order };
  } catch (error) {
    if (error instanceof IotPayGatewayError && !isSignatureRefusal(error.retMsg)) {
      return { status: 'failed', retMsg: error.retMsg };
    }
    if (isIotPayError(error) && isLostAnswer(error)) return { status: 'unknown', order: before.order, error };
    throw error;
  }
}

function refuseUnless(field: string, right: boolean, message: string): void {
  if (!right) throw new IotPayValidationError('waitForResult', [{ field, message }]);
}
