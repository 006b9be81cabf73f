/** One attempt at telling a merchant server something. */
export interface DeliveryAttempt {
  /** When it was sent, ISO 8601. */
  readonly at: string;
  /** The HTTP status of the answer. */
  readonly httpStatus?: number;
  /** The beginning of the answer. */
  readonly answer?: string;
  /** Why there was none. */
  readonly error?: string;
  /** It was signed with another key than the merchant's, on purpose. */
  readonly wrongSignature?: boolean;
}

const answerCharacters = 200;

/** POSTs a notification and reports what came back; it never throws. `stop` ends it early. */
export async function deliver(
  url: string,
  message: object,
  timeoutMs: number,
  stop: AbortSignal,
): Promise<DeliveryAttempt> {
  const at = new Date().toISOString();
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  const end = () => abort.abort(stop.reason);
  stop.addEventListener('abort', end);
  if (stop.aborted) end();
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json;charset=UTF-8' },
      body: JSON.stringify(message),
      // A redirect could lead off this computer.
      redirect: 'manual',
      signal: abort.signal,
    });
    const answer = (await response.text()).slice(0, answerCharacters);
    return { at, httpStatus: response.status, answer };
  } catch (error) {
    return { at, error: describe(error) };
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
  }
}

/** `fetch` says only "fetch failed"; what happened stands in the cause. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** The answer that ends the matter (gateway contract, section 4). */
export function isAcknowledged({ httpStatus, answer }: DeliveryAttempt): boolean {
  return httpStatus === 200 && answer?.trim().toLowerCase() === 'success';
}
