import type { DeliveryAttempt } from '../consoleApi/notifications';
import type { SandboxTime } from '../time/sandboxTime';

const answerCharacters = 200;

/** How to deliver: whose time it is, how long an answer may take, and what ends it early. */
export interface DeliveryTerms {
  readonly time: SandboxTime;
  readonly timeoutMs: number;
  readonly stop: AbortSignal;
}

/** POSTs a notification and reports what came back; it never throws. */
export async function postNotification(
  url: string,
  body: string,
  { time, timeoutMs, stop }: DeliveryTerms,
): Promise<DeliveryAttempt> {
  const at = new Date(time.now()).toISOString();
  const abort = new AbortController();
  // By the computer's own time: a shop that is about to answer is not late when the sandbox's time is moved on.
  const timer = setTimeout(() => abort.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  const end = () => abort.abort(stop.reason);
  stop.addEventListener('abort', end);
  if (stop.aborted) end();
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json;charset=UTF-8' },
      body,
      // A redirect could lead off this computer.
      redirect: 'manual',
      signal: abort.signal,
    });
    const answer = (await response.text()).slice(0, answerCharacters);
    const contentType = response.headers.get('content-type');
    return { at, httpStatus: response.status, answer, ...(contentType !== null && { contentType }) };
  } catch (error) {
    return { at, error: describe(error) };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  }
}

/** `fetch` only says "fetch failed". Its cause holds the reason. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** The answer that ends the matter (docs/gateway-contract.md, section 4). */
export function isAcknowledged({ httpStatus, answer }: DeliveryAttempt): boolean {
  return httpStatus === 200 && answer?.trim().toLowerCase() === 'success';
}
