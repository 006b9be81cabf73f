import { IotPayError } from '../../../contract/error';
import type { IotPayExchangeCode } from '../../errors';
import { readLimitedText } from '../../limitedText';
import { InvalidAnswer, refusedStatus } from './invalidAnswer';
import { neverReachedGateway } from './neverReachedGateway';
import { unreachable } from './unreachable';

export interface ExchangeRequest {
  readonly url: string;
  readonly body: string;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly timeoutMs: number;
  /** Must not be aborted yet. */
  readonly signal: AbortSignal | undefined;
  /** Texts that no error may show. */
  readonly secrets: readonly string[];
}

export type ExchangeError = IotPayError<IotPayExchangeCode>;

/** The failure of an exchange. `maybeSent` says whether the gateway may have acted on the request. */
interface ExchangeFailure {
  readonly error: ExchangeError;
  readonly maybeSent: boolean;
}

/** The result of an exchange, with the HTTP status if there was one. */
export type ExchangeResult = { readonly httpStatus: number | undefined } & (
  { readonly answer: unknown } | ExchangeFailure
);

/** The gateway's answers have a few hundred bytes. A longer one does not come from the gateway. */
const longestAnswer = 1024 * 1024;

/**
 * Next.js caches the answers of `fetch`, and a cached order may be out of date. Older Workers refuse the option that
 * forbids caching.
 */
const uncached: RequestInit =
  typeof Request === 'function' && 'cache' in Request.prototype ? { cache: 'no-store' } : {};

/** One HTTP exchange with the gateway: one request, sent once, whose answer is JSON or an error. */
export async function exchange(request: ExchangeRequest): Promise<ExchangeResult> {
  const { signal, timeoutMs } = request;
  const stop = new AbortController();
  const timer = setTimeout(
    () => stop.abort(new IotPayError('timeout', `The gateway didn't answer within ${timeoutMs} ms.`)),
    timeoutMs,
  );
  const onAbort = () => stop.abort(abortedError('while the gateway was working on the request'));
  signal?.addEventListener('abort', onAbort, { once: true });

  // A `fetch` that ignores its signal must not outlive the timeout.
  const stopped = rejectionOf(stop.signal);
  let httpStatus: number | undefined;
  try {
    const response = await Promise.race([post(request, stop.signal), stopped]);
    httpStatus = response.status;
    return { httpStatus, answer: await Promise.race([readAnswer(response, request), stopped]) };
  } catch (error) {
    return { httpStatus, ...failureOf(error, request, stop.signal) };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

export function abortedError(when: string): ExchangeError {
  return new IotPayError('aborted', `The call was aborted ${when}.`);
}

function post(request: ExchangeRequest, signal: AbortSignal): Promise<Response> {
  return (request.fetch ?? globalThis.fetch)(request.url, {
    ...uncached,
    method: 'POST',
    headers: { 'Content-Type': 'application/json;charset=UTF-8', Accept: 'application/json' },
    body: request.body,
    redirect: 'manual',
    signal,
  });
}

async function readAnswer(response: Response, { url, secrets }: ExchangeRequest): Promise<unknown> {
  if (!response.ok) {
    // The body must be read to the end or cancelled. Otherwise it would keep its connection.
    response.body?.cancel().catch(() => undefined);
    throw refusedStatus(response, url, secrets);
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

function failureOf(error: unknown, request: ExchangeRequest, stopped: AbortSignal): ExchangeFailure {
  if (stopped.aborted) return { error: stopped.reason as ExchangeError, maybeSent: true };
  if (error instanceof InvalidAnswer) return { error, maybeSent: true };
  return {
    error: unreachable(error, request.url, [request.body, ...request.secrets]),
    maybeSent: !neverReachedGateway(error),
  };
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as ExchangeError), { once: true });
  });
}
