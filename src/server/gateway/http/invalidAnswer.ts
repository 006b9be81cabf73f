import { IotPayError } from '../../../contract/error';
import { redact } from '../../secrets';

/** An answer that did not come from the gateway itself: HTML, broken JSON, or an HTTP status other than 2xx. */
export class InvalidAnswer extends IotPayError<'invalid_answer'> {
  /** How long the sender asks to be left alone (`Retry-After`), in milliseconds. */
  readonly retryAfterMs: number | undefined;

  /** @param predicate goes on from "The gateway's answer". */
  constructor(predicate: string, retryAfterMs?: number) {
    super('invalid_answer', `The gateway's answer ${predicate}.`);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * The error for an HTTP status other than 2xx. A redirect is not followed, because it would carry the signed request
 * elsewhere.
 */
export function refusedStatus(response: Response, url: string, secrets: readonly string[]): InvalidAnswer {
  const { status, type, headers } = response;
  return new InvalidAnswer(
    describeStatus(status, type, redact(url, secrets)),
    readRetryAfter(headers.get('Retry-After')),
  );
}

function describeStatus(status: number, type: ResponseType, url: string): string {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return 'is a redirect, which is not followed';
  }
  if (status !== 404) return `has HTTP status ${status}`;
  return `has HTTP status 404 at ${url}, so environment.baseUrl is probably wrong`;
}

/** Milliseconds from now, read from seconds or a date, or `undefined` if it is neither. */
export function readRetryAfter(value: string | null): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}
