import { IotPayError } from '../../contract/error';
import type { IotPayExchangeCode } from '../errors';
import { readLimitedText } from '../limitedText';
import { safeCause } from '../secrets';
import { wasSurelyNotSent } from './unsent';

export interface ExchangeRequest {
  readonly url: string;
  readonly body: string;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** Texts that no error may show. */
  readonly secrets: readonly string[];
}

export type ExchangeError = IotPayError<IotPayExchangeCode>;

/** How an exchange ended. Where it failed, `maybeSent` says whether the gateway may have acted on the request. */
export type ExchangeResult =
  { readonly answer: unknown } | { readonly error: ExchangeError; readonly maybeSent: boolean };

/** Answers are a few hundred bytes. What is longer is none of the gateway's. */
const longestAnswer = 1024 * 1024;

/** Next.js caches what `fetch` gets, and a cached order is a stale one; older Workers refuse the option that forbids it. */
const uncached: RequestInit =
  typeof Request === 'function' && 'cache' in Request.prototype ? { cache: 'no-store' } : {};

/** One HTTP exchange with the gateway: one request, sent once, whose answer is JSON or an error. */
export async function exchange(request: ExchangeRequest): Promise<ExchangeResult> {
  const { signal, timeoutMs } = request;
  if (signal?.aborted) return { error: abortedError('before the request was sent'), maybeSent: false };

  const stop = new AbortController();
  const timer = setTimeout(
    () => stop.abort(new IotPayError('timeout', `The gateway didn't answer within ${timeoutMs} ms.`)),
    timeoutMs,
  );
  const onAbort = () => stop.abort(abortedError('while the gateway was working on the request'));
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return { answer: await Promise.race([send(request, stop.signal), rejectionOf(stop.signal)]) };
  } catch (error) {
    if (stop.signal.aborted) return { error: stop.signal.reason as ExchangeError, maybeSent: true };
    if (error instanceof InvalidAnswer) return { error, maybeSent: true };
    return {
      error: unreachable(error, [request.body, ...request.secrets]),
      maybeSent: !wasSurelyNotSent(error),
    };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function send(request: ExchangeRequest, signal: AbortSignal): Promise<unknown> {
  const response = await (request.fetch ?? globalThis.fetch)(request.url, {
    ...uncached,
    method: 'POST',
    headers: { 'Content-Type': 'application/json;charset=UTF-8', Accept: 'application/json' },
    body: request.body,
    redirect: 'manual',
    signal,
  });
  if (!response.ok) {
    // Read to the end or cancelled: an answer left alone would keep its connection.
    response.body?.cancel().catch(() => undefined);
    throw new InvalidAnswer(describeStatus(response));
  }
  const body = await readLimitedText(response.body, longestAnswer);
  if ('fault' in body) {
    throw new InvalidAnswer(body.fault === 'too_large' ? 'is longer than 1 MiB' : 'is not valid UTF-8');
  }
  try {
    return JSON.parse(body.text);
  } catch {
    // The parser's own error quotes the answer, which may hold a secureId.
    throw new InvalidAnswer(body.text === '' ? 'is empty' : 'is not JSON');
  }
}

function describeStatus({ status, type }: Response): string {
  const redirects = type === 'opaqueredirect' || (status >= 300 && status < 400);
  return redirects ? 'is a redirect, which is not followed' : `has HTTP status ${status}`;
}

/** A `fetch` that ignores its signal must not outlive the timeout. */
function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as ExchangeError), { once: true });
  });
}

class InvalidAnswer extends IotPayError<'invalid_answer'> {
  constructor(predicate: string) {
    super('invalid_answer', `The gateway's answer ${predicate}.`);
  }
}

function abortedError(when: string): ExchangeError {
  return new IotPayError('aborted', `The call was aborted ${when}.`);
}

function unreachable(error: unknown, secrets: readonly string[]): ExchangeError {
  return new IotPayError(
    'gateway_unreachable',
    'The connection to the gateway failed. Check the network, the environment and any proxy; the cause has the details.',
    safeCause(error, secrets),
  );
}
