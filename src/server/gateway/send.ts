import * as v from 'valibot';
import {
  IotPayOutcomeUnknownError,
  type IotPayServerError,
  IotPaySessionLostError,
  IotPayValidationError,
} from '../errors';
import { sign } from '../signing/sign';
import { type AskedNumbers, type Envelope, readEnvelope, readOwnOrder } from './answers';
import type { GatewayCall } from './calls';
import type { ResolvedConfig } from './config';
import { abortedError, exchange, type ExchangeError, type ExchangeResult } from './http/exchange';
import { InvalidAnswer } from './http/invalidAnswer';
import { tellHook } from './onExchange';
import { refusalOf } from './refusal';

/** Checks a request field by field (docs/gateway-contract.md, section 3). @throws IotPayValidationError with every field that is wrong. */
export function validate<Request, Answer>(call: GatewayCall<Request, Answer>, request: unknown): Request {
  const checked = v.safeParse(call.schema, request, { abortPipeEarly: true });
  if (checked.success) return checked.output;
  const issues = checked.issues.map((issue) => ({
    field: v.getDotPath(issue) ?? 'the request',
    message: issue.message,
  }));
  throw new IotPayValidationError(call.path, issues);
}

export interface SendOptions {
  readonly signal: AbortSignal | undefined;
  /** 1 for the first time that this request is sent. */
  readonly attempt: number;
}

/** Sends a checked request once, reads its answer, and calls the shop's hook. */
export async function sendOnce<Request extends object, Answer>(
  config: ResolvedConfig,
  call: GatewayCall<Request, Answer>,
  request: Request,
  { signal, attempt }: SendOptions,
): Promise<Answer> {
  if (signal?.aborted) throw abortedError('before the request was sent');
  const message = {
    ...request,
    mchId: config.mchId,
    ...(call.withLoginName && { loginName: config.loginName }),
  };
  const body = JSON.stringify({ ...message, sign: sign(message, config.keys[0]) });
  const startedAt = performance.now();
  const result = await exchange({
    url: `${config.baseUrl}/v3/${call.path}`,
    body,
    fetch: config.fetch,
    timeoutMs: config.timeoutMs,
    signal,
    secrets: config.keys,
  });
  const outcome = readResult(config, call, request, result);
  const { mchOrderNo, mchRefundNo, payOrderId }: AskedNumbers = request;
  tellHook(config.onExchange, {
    call: call.path,
    mchOrderNo,
    mchRefundNo,
    payOrderId,
    attempt,
    durationMs: Math.round(performance.now() - startedAt),
    httpStatus: result.httpStatus,
    retCode: outcome.retCode,
    errorCode: outcome.error?.code,
  });
  if (outcome.error) throw outcome.thrown;
  return outcome.answer;
}

/** The result of an exchange: an answer, or the error in it and the error that the caller gets. */
type Outcome<Answer> =
  | { readonly retCode: 'SUCCESS'; readonly answer: Answer; readonly error?: undefined }
  | {
      readonly retCode: Envelope['retCode'] | undefined;
      readonly error: IotPayServerError;
      readonly thrown: IotPayServerError;
    };

function readResult<Request extends object, Answer>(
  { mchId, keys }: ResolvedConfig,
  call: GatewayCall<Request, Answer>,
  request: Request,
  result: ExchangeResult,
): Outcome<Answer> {
  const numbers = call.numbers(request);
  if ('error' in result) {
    const { error, maybeSent } = result;
    return { retCode: undefined, error, thrown: maybeSent ? lostAnswer(call, numbers, error) : error };
  }
  const envelope = readEnvelope(result.answer);
  if (envelope?.retCode === 'FAIL') {
    const order = readOwnOrder(envelope.retData, mchId, numbers);
    const error = refusalOf(envelope, { ...call, numbers, order }, keys);
    return { retCode: 'FAIL', error, thrown: error };
  }
  const answer = envelope && call.read(envelope.retData, request, mchId);
  if (answer !== undefined) return { retCode: 'SUCCESS', answer };
  const error = new InvalidAnswer(`to ${call.path} is not what the call is documented to give`);
  return { retCode: envelope?.retCode, error, thrown: lostAnswer(call, numbers, error) };
}

/** What a lost answer means depends on what the call does. */
function lostAnswer(
  { path, effect }: Pick<GatewayCall<never, unknown>, 'path' | 'effect'>,
  numbers: AskedNumbers,
  error: ExchangeError,
): IotPayServerError {
  if (effect === 'money') return new IotPayOutcomeUnknownError(path, numbers, error);
  return effect === 'session' ? new IotPaySessionLostError(path, numbers, error) : error;
}
