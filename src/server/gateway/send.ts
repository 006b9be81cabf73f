import * as v from 'valibot';
import { type Envelope, readEnvelope } from './answers';
import type { Call } from './calls';
import type { ResolvedConfig } from './config';
import { IotPayError } from '../../contract/error';
import { IotPayGatewayError, IotPayOutcomeUnknownError, IotPayValidationError } from '../errors';
import { type ExchangeError, exchange } from './exchange';
import { redact } from '../secrets';
import { sign } from '../signing/sign';

/** Checks a request field by field (gateway contract, section 3). @throws IotPayValidationError with every field that is wrong. */
export function validate<Request, Answer>(call: Call<Request, Answer>, request: unknown): Request {
  const checked = v.safeParse(call.schema, request, { abortPipeEarly: true });
  if (checked.success) return checked.output;
  const issues = checked.issues.map((issue) => ({
    field: v.getDotPath(issue) ?? 'the request',
    message: issue.message,
  }));
  throw new IotPayValidationError(call.path, issues);
}

/** Sends a checked request once and reads its answer. */
export async function sendOnce<Request extends object, Answer>(
  config: ResolvedConfig,
  call: Call<Request, Answer>,
  request: Request,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const message = {
    ...request,
    mchId: config.mchId,
    ...(call.withLoginName && { loginName: config.loginName }),
  };
  const result = await exchange({
    url: `${config.baseUrl}/v3/${call.path}`,
    body: JSON.stringify({ ...message, sign: sign(message, config.keys[0]) }),
    fetch: config.fetch,
    timeoutMs: config.timeoutMs,
    signal,
    secrets: config.keys,
  });
  const lost = (error: ExchangeError) =>
    call.effect === 'money' ? new IotPayOutcomeUnknownError(call.path, call.numbers(request), error) : error;

  if ('error' in result) throw result.maybeSent ? lost(result.error) : result.error;
  const envelope = readEnvelope(result.answer);
  if (envelope?.retCode === 'FAIL') throw refusal(call.path, envelope, config.keys);
  const answer = envelope && call.read(envelope.retData, request, config.mchId);
  if (answer === undefined) {
    throw lost(
      new IotPayError(
        'invalid_answer',
        `The gateway's answer to ${call.path} is not what the call is documented to give.`,
      ),
    );
  }
  return answer;
}

function refusal(
  path: string,
  { retCode, retMsg }: Extract<Envelope, { retCode: 'FAIL' }>,
  secrets: readonly string[],
): IotPayGatewayError {
  const reason = retMsg && redact(retMsg, secrets);
  if (reason && /not\s+(bind|bound)/i.test(reason)) {
    return new IotPayGatewayError('card_not_bound', 'No card is saved under this cardId.', retCode, reason);
  }
  return new IotPayGatewayError(
    'gateway_refused',
    `The gateway refused ${path}${reason ? `: ${reason}` : ' without giving a reason'}.${signatureHint(reason)}`,
    retCode,
    reason,
  );
}

/** Whether a refusal is about the signature, and so about the credentials rather than about what was asked. */
export function isSignatureRefusal(reason: string | undefined): boolean {
  return /\bsign/i.test(reason ?? '');
}

function signatureHint(reason: string | undefined): string {
  return isSignatureRefusal(reason)
    ? ' If that is the signature: is merchantKey the key of this mchId in this environment, and not the other one?'
    : '';
}
