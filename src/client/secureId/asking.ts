import type { SecureIdAnswer, SecureIdRequest } from './secureIdAnswer';

/**
 * How one component asks for one key. When the component goes on to another key, this one still asks for the old key.
 */
export interface Asking {
  readonly key: string;
  /** Takes the component's latest request, and the time limit for an answer, in milliseconds. */
  readonly update: (request: SecureIdRequest, timeoutMs: number) => void;
  readonly request: (context: { signal: AbortSignal }) => Promise<SecureIdAnswer>;
  readonly timeoutMs: () => number;
}

export function createAsking(key: string): Asking {
  let latest: SecureIdRequest;
  let latestTimeoutMs: number;
  return {
    key,
    update(request, timeoutMs) {
      latest = request;
      latestTimeoutMs = timeoutMs;
    },
    request: (context) => latest(context),
    timeoutMs: () => latestTimeoutMs,
  };
}
